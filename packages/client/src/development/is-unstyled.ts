/** Our style sheet sets it, whatever the theme; no host does. */
const TOKEN = '--nc-space-1'

/**
 * Whether a component is shown without our style sheet. What is not drawn at all, as in tests without a browser, is not
 * told from one that is.
 */
export function isUnstyled(root: Element): boolean {
  return root.getClientRects().length > 0 && getComputedStyle(root).getPropertyValue(TOKEN) === ''
}
