import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect, type NectarConnectProps } from '../button/nectar-connect.tsx'
import { ConnectionCard } from '../lists/connection-card.tsx'
import { ConnectionList } from '../lists/connection-list.tsx'
import { createFakeBackend, EVERYTHING, type FakeBackend } from '../testing/fake-backend.ts'
import { NO_SHARING, SHARING } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { WithBackend } from '../testing/with-backend.tsx'

const DANA = 'dana.ruiz@northpoint.example'
const NOTHING = { view: true, connect: false, reconnect: false, invite: false, revoke: false }
const BROKEN = connection({ status: 'PASSWORD_INCORRECT' })

beforeEach(async () => {
  await page.viewport(1280, 900)
  sessionStorage.clear()
})
afterEach(cleanup)

function start(initial: Partial<FakeBackend> = {}) {
  return createFakeBackend({ sharing: SHARING, ...initial })
}

async function fillIn(text: string) {
  await userEvent.fill(await screen.findByLabelText(/^Their e-mail/), text)
}

const click = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

describe('who is offered what', () => {
  async function intro(initial: Partial<FakeBackend>, props: NectarConnectProps = {}) {
    const backend = start(initial)
    render(
      <WithBackend backend={backend}>
        <NectarConnect presentation="inline" {...props} />
      </WithBackend>,
    )
    await waitFor(() => expect(backend.requests).toContain('GET /connections'))
    return backend
  }
  const ways = () =>
    screen.queryAllByRole('button', { name: /login|Send a link/ }).map(({ textContent }) => textContent)

  test('the two ways are the same control, of the same size, in this order', async () => {
    const backend = await intro({})
    await screen.findByRole('button', { name: /Someone else/ })
    const [mine, twin, ...others] = screen.getAllByRole('button', { name: /login/ })
    expect(ways()).toEqual([
      'I have the loginSign in on Nectar’s page',
      'Someone else has the loginSend them a link',
    ])
    expect(mine?.className).toBe(twin?.className)
    expect([mine?.offsetWidth, mine?.offsetHeight]).toEqual([twin?.offsetWidth, twin?.offsetHeight])
    expect(others).toEqual([])
    expect(backend.created).toEqual([])
  })

  test('where asking is switched off it is not offered', async () => {
    await intro({ sharing: NO_SHARING })
    await waitFor(() => expect(ways()).toHaveLength(1))
    expect(ways()[0]).toContain('I have the login')
  })

  test('who may not ask is not offered it', async () => {
    await intro({ can: { ...EVERYTHING, invite: false } })
    await waitFor(() => expect(ways()).toHaveLength(1))
    expect(ways()[0]).toContain('I have the login')
  })

  test('who may only ask is offered only that', async () => {
    await intro({ can: { ...NOTHING, invite: true } })
    await waitFor(() => expect(ways()).toEqual(['Send a linkTo the person with the login']))
  })

  test('who may do neither is told who can', async () => {
    await intro({ can: NOTHING, administratorNames: ['Ada Moreno', 'Ben Okafor'] })
    await screen.findByText(
      (_, element) =>
        element?.tagName === 'P' && /Ada Moreno or Ben Okafor can\.$/.test(element.textContent ?? ''),
    )
    expect(ways()).toEqual([])
  })

  test('from the intro there and back, and no invitation is created', async () => {
    const backend = await intro({})
    await click(/Someone else/)
    await screen.findByRole('heading', { name: 'Send it to the person with the login' })
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H2'))
    await click('Back')
    await screen.findByRole('heading', { name: 'Connect a utility account' })
    expect([backend.created, backend.asked]).toEqual([[], []])
  })

  test('on a narrow screen the link goes to one’s own computer, at once', async () => {
    await page.viewport(360, 780)
    const backend = await intro({})
    await click(/I have the login/)
    await click('Send the link to my computer')
    await screen.findByRole('heading', { name: 'Link sent' })
    expect(backend.asked).toMatchObject([{ kind: 'contributor', to: 'maya@northpoint.example' }])
  })

  test.each(['row', 'card'])('a %s that needs somebody asks for its own connection', async (where) => {
    const backend = start({ connections: [BROKEN] })
    render(
      <WithBackend backend={backend}>
        {where === 'row' ? <ConnectionList /> : <ConnectionCard connectionId={BROKEN.id} />}
      </WithBackend>,
    )
    await click('Ask someone else: Coast Range Gas')
    expect((await screen.findByRole('dialog')).textContent).toContain('sign in to Coast Range Gas again')
    await fillIn(DANA)
    await click('Send link')
    await screen.findByRole('heading', { name: 'Link sent' })
    expect(backend.asked).toMatchObject([{ kind: 'reconnect', connectionId: BROKEN.id, to: DANA }])
    await click('Done')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
