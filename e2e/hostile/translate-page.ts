const UNTRANSLATED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA', 'TITLE'])

/**
 * Does to the page what a browser's translator does: every text node is taken out, and its words stand in two new elements
 * in its place. What comes later is translated, too. The words stay as they are, so that tests can read them.
 */
export function translatePage(): void {
  const translate = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
    for (const text of texts) replace(text)
  }
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') replace(target as Text)
      for (const added of addedNodes) if (added.isConnected) translate(added)
    }
  })
  translate(document.body)
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
}

function replace(text: Text): void {
  const parent = text.parentElement
  if (!parent || text.data.trim() === '' || parent.closest('[data-translated]')) return
  if (UNTRANSLATED.has(parent.tagName) || parent.closest('[translate="no"], .notranslate')) return
  const outer = document.createElement('font')
  const inner = document.createElement('font')
  outer.dataset.translated = ''
  inner.textContent = text.data
  outer.append(inner)
  text.replaceWith(outer)
}
