import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { ShareButton, type ShareButtonProps } from '../button/share-button.tsx'
import { InvitationList } from '../lists/invitation-list.tsx'
import { createFakeBackend, EVERYTHING, type FakeBackend } from '../testing/fake-backend.ts'
import { SHARED_URL, SHARING, sharedInvitation } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'

const DANA = 'dana.ruiz@northpoint.example'

beforeEach(async () => {
  await page.viewport(1280, 900)
  sessionStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function start(initial: Partial<FakeBackend> = {}) {
  return createFakeBackend({ sharing: SHARING, ...initial })
}

async function openForm(backend: FakeBackend, props: ShareButtonProps = {}) {
  render(
    <WithBackend backend={backend}>
      <ShareButton {...props} />
    </WithBackend>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Ask someone' }))
  return screen.findByRole('dialog')
}

async function fillIn(text: string) {
  await userEvent.fill(await screen.findByLabelText(/^Their e-mail/), text)
}

const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

describe('sending', () => {
  test('one address, with its note and language, and the host is told', async () => {
    const onShared = vi.fn()
    const backend = start()
    await openForm(backend, { onShared })
    await fillIn(DANA)
    await userEvent.fill(screen.getByLabelText(/^Note/), 'The gas bills, please')
    await userEvent.selectOptions(screen.getByLabelText(/^Language/), 'fr')
    await click('Send link')
    await screen.findByRole('heading', { name: 'Link sent' })
    expect(backend.asked).toMatchObject([{ to: DANA, note: 'The gas bills, please', language: 'fr' }])
    expect(onShared).toHaveBeenCalledExactlyOnceWith({ invitation: { id: backend.shared[0]?.id } })
  })

  test('the subject says what arrives, in the language of the mail', async () => {
    const dialog = await openForm(start({ connections: [connection()] }), { connectionId: connection().id })
    await within(dialog).findByText('Maya Lindqvist asks you to sign in again at Coast Range Gas')
    await userEvent.selectOptions(screen.getByLabelText(/^Language/), 'de')
    await within(dialog).findByText('Maya Lindqvist bittet Sie um eine neue Anmeldung bei Coast Range Gas')
  })

  test('who is known by no name asks as a colleague', async () => {
    const dialog = await openForm(start({ sharing: { ...SHARING, ownName: null } }))
    await within(dialog).findByText('A colleague asks you to connect a utility account')
  })

  test('an address that is pasted with a name', async () => {
    const backend = start()
    await openForm(backend)
    await fillIn(` Dana Ruiz <${DANA}>`)
    await click('Send link')
    await screen.findByRole('heading', { name: 'Link sent' })
    expect(backend.asked).toMatchObject([{ to: DANA }])
  })

  test.each([
    ['', 'Enter the e-mail address'],
    ['dana.ruiz', '“dana.ruiz” is not an e-mail address.'],
    ['dana@elsewhere.example', 'only addresses at harrow.example can'],
    ['dana@harrow.example, theo@harrow.example', 'One e-mail goes to one person.'],
  ])('“%s” is not sent: it says why, at the field', async (text, reason) => {
    const backend = start({ sharing: { ...SHARING, allowedDomains: ['harrow.example'] } })
    await openForm(backend)
    await fillIn(text)
    await click('Send link')
    const field = screen.getByLabelText(/^Their e-mail/)
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      reason,
    )
    expect(backend.asked).toEqual([])
  })

  test.each([
    ['nectar_timeout', /may or may not have gone out/],
    ['busy', /nobody gets it twice/],
    ['outcome_unknown', /nobody gets it twice/],
  ] as const)('%s: the person tries again, and it is the same request', async (problem, words) => {
    const backend = start()
    const spy = vi.spyOn(backend, 'fetch')
    await openForm(backend)
    await fillIn(DANA)
    backend.problem = problem
    await click('Send link')
    expect((await screen.findByRole('alert')).textContent).toMatch(words)
    await click('Try again')
    backend.problem = null
    await waitFor(() =>
      expect(backend.requests.filter((made) => made === 'POST /invitations/shared').length).toBe(2),
    )
    await click('Try again')
    await screen.findByRole('heading', { name: 'Link sent' })
    const bodies = spy.mock.calls
      .filter(([url]) => String(url).endsWith('/shared'))
      .map(([, init]) => JSON.parse(String(init?.body)))
    expect(new Set(bodies.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
    expect(bodies).toHaveLength(3)
  })

  test('rate limited: it says when, and does not ask before', async () => {
    const backend = start({ retryAfterMs: 90_000 })
    await openForm(backend)
    await fillIn(DANA)
    backend.problem = 'rate_limited'
    await click('Send link')
    const again = await screen.findByRole('button', { name: /Try again in 1:\d\d/ })
    const before = backend.requests.length
    await userEvent.click(again, { force: true })
    expect([backend.requests.length, again.getAttribute('aria-disabled')]).toEqual([before, 'true'])
  })

  test('an address that the server refuses: the domains that it takes', async () => {
    const backend = start({
      sharing: { ...SHARING, allowedDomains: ['northpoint.example', 'harrow.example'] },
    })
    await openForm(backend)
    await fillIn(DANA)
    backend.problem = 'address_not_allowed'
    await click('Send link')
    expect((await screen.findByRole('alert')).textContent).toContain('northpoint.example or harrow.example')
  })

  test.each([
    ['kept', /goes on working/],
    ['replaced', /old one no longer works/],
  ] as const)('who has a link already can be reminded: %s', async (remindLink, words) => {
    const backend = start({ outcomeOf: () => ({ outcome: 'already' }), remindLink })
    const dialog = await openForm(backend)
    await fillIn(DANA)
    await click('Send link')
    await screen.findByRole('heading', { name: 'They already have a link' })
    expect(dialog.textContent).toContain(`Nothing was sent to ${DANA} this time.`)
    await click(`Remind ${DANA}`)
    await screen.findByText(words)
    expect(document.activeElement?.textContent).toBe('Done')
    expect(backend.reminded).toHaveLength(1)
    expect(within(dialog).queryByText('Link revoked')).toBeNull()
    await click('Revoke the link')
    await click('Revoke the link')
    await within(dialog).findByText('Link revoked')
    expect(backend.revoked).toEqual([backend.shared[0]?.id])
  })

  test('closed in the middle and opened again, it shows how that went, with what was written', async () => {
    const backend = start()
    const { fetch } = backend
    let isDown = true
    let fail = () => {}
    backend.fetch = (input, init) =>
      isDown && String(input).endsWith('/shared')
        ? new Promise((_, reject) => {
            fail = () => reject(new TypeError('Failed to fetch'))
          })
        : fetch(input, init)
    await openForm(backend)
    await fillIn(DANA)
    await click('Send link')
    await screen.findByRole('button', { name: 'Sending…' })
    await click('Close')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    fail()
    await click('Ask someone')
    await screen.findByText('No answer came')
    expect(screen.getByLabelText<HTMLInputElement>(/^Their e-mail/).value).toBe(DANA)
    isDown = false
    await click('Try again')
    await screen.findByRole('heading', { name: 'Link sent' })
    await click('Done')
    await click('Ask someone')
    expect((await screen.findByLabelText<HTMLInputElement>(/^Their e-mail/)).value).toBe('')
  })

  test('Nectar’s own mail: it says so, shows no subject, and takes neither note nor language', async () => {
    const backend = start({ sharing: { ...SHARING, mail: 'nectar' } })
    const dialog = await openForm(backend)
    await waitFor(() => expect(dialog.textContent).toContain('Nectar sends the e-mail'))
    expect(screen.queryByLabelText(/^Note/)).toBeNull()
    expect(screen.queryByText('Subject')).toBeNull()
  })
})

describe('a link to copy', () => {
  function clipboard(write: () => Promise<void>) {
    vi.spyOn(navigator.clipboard, 'write').mockImplementation(async (items) => {
      await items[0]?.getType('text/plain')
      await write()
    })
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(write)
  }

  test('is in the clipboard, and nowhere on the page', async () => {
    clipboard(async () => {})
    await openForm(start())
    await click('Copy link instead')
    await screen.findByRole('heading', { name: 'Link copied' })
    await click('Copy again')
    await screen.findByRole('button', { name: 'Copied' })
    expect(document.documentElement.outerHTML).not.toContain('inv_shared')
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('inv_shared')
  })

  test('that cannot be copied can be selected, for as long as the screen is open', async () => {
    clipboard(() => Promise.reject(new DOMException('denied', 'NotAllowedError')))
    await openForm(start())
    await click('Copy link instead')
    const field = await screen.findByLabelText<HTMLInputElement>('The link')
    expect(field.value).toBe(SHARED_URL)
    await userEvent.click(field)
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, SHARED_URL.length])
    await click('Done')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('that was revoked is neither to be pasted nor to be copied again', async () => {
    clipboard(async () => {})
    const dialog = await openForm(start())
    await click('Copy link instead')
    await screen.findByRole('button', { name: 'Copy again' })
    await click('Revoke the link')
    await click('Revoke the link')
    await screen.findByText('Link revoked')
    expect(screen.queryByRole('button', { name: 'Copy again' })).toBeNull()
    expect(dialog.textContent).not.toContain('Paste it')
    expect(dialog.textContent).toContain('Link made')
    await within(dialog).findByText('Anyone with the link: link revoked')
  })

  test('is not offered where the host does not want it', async () => {
    const dialog = await openForm(start({ sharing: { ...SHARING, allowLinks: false } }))
    await within(dialog).findByRole('button', { name: 'Send link' })
    expect(within(dialog).queryByRole('button', { name: /Copy/ })).toBeNull()
  })
})

describe('after sending', () => {
  test('what became of it stands in the list beside it, too, which was read a moment too early', async () => {
    const backend = start()
    const answer = backend.fetch
    const lists = () => backend.requests.filter((line) => line.includes('/shared?')).length
    let listsBefore = Number.POSITIVE_INFINITY
    backend.fetch = async (input, init) => {
      if (String(input).endsWith(`/invitations/${backend.shared[0]?.id}`)) {
        await waitFor(() => expect(lists()).toBeGreaterThan(listsBefore))
        backend.shared = backend.shared.map((one) => ({ ...one, status: 'FULFILLED', useCount: 1 }))
      }
      return answer(input, init)
    }
    render(
      <WithBackend backend={backend}>
        <InvitationList />
      </WithBackend>,
    )
    await click('Ask someone')
    await fillIn(DANA)
    await click('Send link')
    await screen.findByRole('heading', { name: 'Link sent' })
    const row = () => document.querySelector<HTMLElement>('[data-nectar-invitation]')?.dataset.nectarStage
    await waitFor(() => expect(row()).toBe('sent'))
    listsBefore = lists()
    window.dispatchEvent(new Event('focus'))
    await waitFor(() => expect(row()).toBe('received'))
  })

  test('it is asked before a link is revoked', async () => {
    const backend = start()
    await openForm(backend)
    await fillIn(DANA)
    await click('Send link')
    await click('Revoke the link')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep it'))
    expect(backend.revoked).toEqual([])
    await click('Revoke the link')
    await screen.findByText('Link revoked')
    expect(backend.revoked).toEqual([backend.shared[0]?.id])
  })

  test('one’s own link can be revoked without the right to revoke all, also once it was read again', async () => {
    const backend = start({ can: { ...EVERYTHING, revoke: false } })
    const dialog = await openForm(backend)
    await fillIn(DANA)
    await click('Send link')
    await screen.findByRole('heading', { name: 'Link sent' })
    backend.shared = backend.shared.map((one) => ({
      ...one,
      opened: true,
      openedAt: new Date().toISOString(),
    }))
    window.dispatchEvent(new Event('focus'))
    await screen.findByText('Opened')
    await within(dialog).findByText(`${DANA}: link opened`)
    await click('Revoke the link')
    await screen.findByText(`Revoke the link? ${DANA} can no longer use it then.`)
  })

  test('what is on its way no longer is not said to be', async () => {
    const dialog = await openForm(start())
    await fillIn(DANA)
    await click('Send link')
    await screen.findByText(/It is on its way/)
    await click('Revoke the link')
    await click('Revoke the link')
    await screen.findByText('Link revoked')
    expect(dialog.textContent).not.toContain('on its way')
    expect(dialog.textContent).toContain(DANA)
  })

  test('somebody else’s link is revoked only by who may', async () => {
    const invitation = sharedInvitation({}, DANA)
    if (invitation.sharing) invitation.sharing.invitedBy = { name: 'Theo', isYou: false }
    await openForm(start({ can: { ...EVERYTHING, revoke: false }, outcomeOf: () => ({ invitation }) }))
    await fillIn(DANA)
    await click('Send link')
    await screen.findByRole('heading', { name: 'Link sent' })
    expect(screen.queryByRole('button', { name: 'Revoke the link' })).toBeNull()
  })
})
