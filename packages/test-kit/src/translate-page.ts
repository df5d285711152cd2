/**
 * Translates the page as a browser's translator does: each text is replaced by an element that holds it, as soon as it
 * appears. React's own reference to the text is then to a node that is nowhere.
 *
 * @returns ends it
 */
export function translatePage(): () => void {
  const observer = new MutationObserver(translateAll)
  const watch = () => observer.observe(document.body, { childList: true, subtree: true, characterData: true })

  function translateAll() {
    observer.disconnect()
    for (const text of textsIn(document.body)) {
      if (text.parentElement?.closest('font, script, style, textarea, [translate="no"]')) continue
      const outer = document.createElement('font')
      const inner = document.createElement('font')
      inner.textContent = text.data
      outer.append(inner)
      text.replaceWith(outer)
    }
    watch()
  }

  translateAll()
  return () => observer.disconnect()
}

/** The texts of our components that share an element with something else, which a translator tears from React's hands. */
export function textsWithSiblings(): string[] {
  const roots = document.querySelectorAll('[data-nectar-root]')
  return (
    [...roots]
      .flatMap((root) => [...textsIn(root)])
      // What developers read is written once, and in English.
      .filter(({ parentElement }) => !parentElement?.closest('details'))
      .filter(({ parentElement }) => (parentElement?.childNodes.length ?? 0) > 1)
      .map(({ data, parentElement }) => `"${data}" in ${parentElement?.outerHTML.slice(0, 200)}`)
  )
}

function textsIn(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text && walker.currentNode.data.trim() !== '')
      texts.push(walker.currentNode)
  }
  return texts
}
