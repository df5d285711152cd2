/**
 * Copies a text that is still being fetched. Call it in an event of the customer's: browsers
 * allow no copying later, but they wait for a promise.
 *
 * @throws whatever the clipboard or the text was rejected with
 */
export async function copyText(text: Promise<string>): Promise<void> {
  const { clipboard } = navigator
  // Older browsers, and pages that are no secure context.
  if (typeof ClipboardItem === 'undefined' || !clipboard?.write) return clipboard.writeText(await text)
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }))
  // Reported below, even if nothing awaits it here.
  blob.catch(() => {})
  try {
    await clipboard.write([new ClipboardItem({ 'text/plain': blob })])
  } catch {
    // Some browsers take no promises, but take the text shortly after the click.
    await clipboard.writeText(await text)
  }
}
