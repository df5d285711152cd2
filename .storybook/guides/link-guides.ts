/** The name that a guide has in the sidebar: its first heading. */
export function titleOf(markdown: string): string {
  return /^# (.+)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? ''
}

/** Where Storybook shows a guide with this title. */
function pathOf(title: string): string {
  const id = `Guides/${title}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')
  return `?path=/docs/${id}--docs`
}

/**
 * Makes the links of a guide good for Storybook: other guides are opened here, and what only the repository has (source,
 * decisions, readmes of packages) is left as words. Links to elsewhere, and within a guide, stay as they are.
 *
 * @param titles Of all guides, by the name of their file.
 */
export function linkGuides(markdown: string, titles: ReadonlyMap<string, string>): string {
  let isCode = false
  const lines = markdown.split('\n').map((line) => {
    if (line.startsWith('```')) isCode = !isCode
    return isCode ? line : line.replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, link)
  })
  return lines.join('\n')

  function link(whole: string, words: string, target: string): string {
    if (/^(?:https?:|mailto:|#)/.test(target)) return whole
    const title = titles.get(target.replace(/#.*$/, ''))
    return title === undefined ? words : `[${words}](${pathOf(title)})`
  }
}
