/**
 * Puts a text into the clipboard that is still being fetched. To be called in an event of the customer's: browsers
 * allow no copying later on, but they wait for what is promised.
 *
 * @throws whatever the clipboard or the text was rejected with
 */
export async function copyText(text: Promise<string>): Promise<void> {
  const { clipboard } = navigator
  // Older browsers, and pages that are no secure context.
  if (typeof ClipboardItem === 'undefined' || !clipboard?.write) return clipboard.writeText(await text)
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }))
  // Told of below, also where nobody takes it.
  blob.catch(() => {})
  try {
    await clipboard.write([new ClipboardItem({ 'text/plain': blob })])
  } catch {
    // Some take no promises, and while the click is fresh they take the text.
    await clipboard.writeText(await text)
  }
}
