import { type Platform, toHex } from './platform.ts'

/** A browser, with what asking a colleague needs of it. */
export interface SharingPlatform extends Platform {
  digest: typeof digestText
  copyText: typeof copyText
}

/** Tests pass one that has them already. */
export function withClipboard(platform: Platform | SharingPlatform): SharingPlatform {
  return { digest: digestText, copyText, ...platform }
}

/** SHA-256 in hexadecimal; null if the page is not a secure context, where browsers do not offer it. */
export async function digestText(text: string): Promise<string | null> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle) return null
  return toHex(new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text))))
}

/**
 * Copies a text that is still being fetched. To be called in an event of the customer's: browsers allow no copying
 * later, but they wait for a promise.
 *
 * @throws whatever the clipboard or the text was rejected with
 */
async function copyText(text: Promise<string>): Promise<void> {
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
