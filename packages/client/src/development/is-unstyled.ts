/** Our style sheet sets it, whatever the theme; no host does. */
const TOKEN = '--nc-space-1'

/**
 * Whether a component is shown without our style sheet. A component that is not drawn, as in tests without a browser,
 * counts as styled.
 */
export function isUnstyled(root: Element): boolean {
  return root.getClientRects().length > 0 && getComputedStyle(root).getPropertyValue(TOKEN) === ''
}
