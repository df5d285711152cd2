/** How many of our dialogs are open, and what keeps the page from scrolling for as long. */
let locks = 0
let sheet: CSSStyleSheet | null = null

/**
 * Keeps the page behind a dialog from scrolling, without it jumping by the width of a scroll bar. With a style sheet of
 * its own: hosts write styles to the same elements, before and after, and theirs stay as they are.
 *
 * @returns lets the page scroll again, once the last dialog is gone
 */
export function lockScroll(): () => void {
  if (locks === 0) sheet = addSheet()
  locks++
  let isReleased = false
  return () => {
    if (isReleased) return
    isReleased = true
    locks--
    if (locks > 0) return
    if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    sheet = null
  }
}

function addSheet(): CSSStyleSheet | null {
  const { documentElement, adoptedStyleSheets } = document
  // Not in a browser, but in a test without one.
  if (!adoptedStyleSheets) return null
  const hasScrollbar = window.innerWidth > documentElement.clientWidth
  const added = new CSSStyleSheet()
  added.replaceSync(
    `html { overflow: hidden !important${hasScrollbar ? '; scrollbar-gutter: stable !important' : ''} }`,
  )
  document.adoptedStyleSheets = [...adoptedStyleSheets, added]
  return added
}
