import { type ComponentName, warnOfUnknownProps } from './unknown-props.ts'

/** Bundlers put a text in its place, and leave out what a production bundle never runs; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

let check: typeof warnOfUnknownProps = () => {}
try {
  if (process.env.NODE_ENV !== 'production') check = warnOfUnknownProps
} catch {
  // No bundler and no Node: nothing says that this is a developer's page.
}

/** Tells whoever builds the host which props are misspelt. In a production bundle it does nothing. */
export function checkProps(component: ComponentName, props: object): void {
  check(component, props)
}
