import { tell } from './notice.ts'

/** Copies what a button holds. */
export async function copy(button: HTMLElement): Promise<void> {
  const { copy: text = '', said = '' } = button.dataset
  try {
    await navigator.clipboard.writeText(text)
    tell(said)
  } catch {
    tell(`The browser does not let this page copy. It is: ${text}`, true)
  }
}
