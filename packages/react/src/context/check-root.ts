/** Bundlers put a text in its place; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

/** Tells whoever builds the host that our styles are missing. In a production bundle it does nothing. */
export function checkRoot(root: HTMLElement): void {
  try {
    if (process.env.NODE_ENV !== 'production') {
      void import('../development/warn-about-root.ts').then(({ warnAboutRoot }) => warnAboutRoot(root))
    }
  } catch {
    // No bundler and no Node: nothing says that this is a developer's page.
  }
}
