import type { InPageSandbox } from '@nectar-connect/sandbox/page'

const SIGN_IN = { username: 'nectar-sandbox-username', password: 'nectar-sandbox-password' }
const STEPS: Record<string, Record<string, string>> = {
  find: { provider: 'cascadia-power' },
  'sign-in': { action: 'next', ...SIGN_IN },
  configure: { action: 'next', type: 'ELECTRICITY', since: '2025-01-01', owner: '' },
}

/**
 * Goes through the hosted page of the newest invitation without its frame, which no script of this page can reach: as
 * a customer would who opened the same link elsewhere.
 */
export async function walkThrough({ sandbox }: InPageSandbox): Promise<void> {
  const url = String((await sandbox.control.snapshot()).invitations.at(-1)?.invitationUrl)
  const read = async (form?: URLSearchParams) => {
    const response = await sandbox.fetch(new Request(url, form ? { method: 'POST', body: form } : {}))
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  }
  let page = await read()
  for (;;) {
    const step = page.querySelector<HTMLInputElement>('input[name="at"]')?.value
    const answers = step === undefined ? undefined : STEPS[step]
    const form = page.querySelector<HTMLInputElement>('input[name="at"]')?.form
    if (!answers || !form) return
    const fields = new URLSearchParams()
    for (const name of ['flow', 'at']) fields.set(name, String(new FormData(form).get(name)))
    for (const box of form.querySelectorAll<HTMLInputElement>('input[name="site"]')) {
      fields.append('site', box.value)
    }
    for (const [name, value] of Object.entries(answers)) fields.set(name, value)
    page = await read(fields)
  }
}
