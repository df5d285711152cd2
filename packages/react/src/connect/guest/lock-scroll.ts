const PROPERTIES = ['overflow-x', 'overflow-y', 'scrollbar-gutter']

/** What the host's page had before the first of our dialogs opened, and how many are open. */
let locks = 0
let before: { name: string; value: string; priority: string }[] = []

/**
 * Keeps the page behind a dialog from scrolling, without it jumping by the width of a scroll bar.
 *
 * @returns gives the page back as it was, once the last dialog is gone
 */
export function lockScroll(): () => void {
  const { documentElement } = document
  const { style } = documentElement
  if (locks === 0) {
    before = PROPERTIES.map((name) => {
      return { name, value: style.getPropertyValue(name), priority: style.getPropertyPriority(name) }
    })
    const hasScrollbar = window.innerWidth > documentElement.clientWidth
    style.overflow = 'hidden'
    if (hasScrollbar) style.scrollbarGutter = 'stable'
  }
  locks++
  let isReleased = false
  return () => {
    if (isReleased) return
    isReleased = true
    locks--
    if (locks > 0) return
    for (const { name, value, priority } of before) style.setProperty(name, value, priority)
  }
}
