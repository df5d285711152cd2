import { showNotice } from './notice.ts'

/** Copies what a button holds. */
export async function copy(button: HTMLElement): Promise<void> {
  const { copy: text = '', said = '' } = button.dataset
  try {
    await navigator.clipboard.writeText(text)
    showNotice(said)
  } catch {
    showNotice(`The browser does not let this page copy. It is: ${text}`, true)
  }
}
