import { cleanup, render, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { ShareButton } from '../button/share-button.tsx'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { SHARING } from '../testing/fake-sharing.ts'
import { connection } from '../testing/fixtures.ts'
import { findFrame, goOn, openLive } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

beforeEach(() => page.viewport(1280, 900))
afterEach(cleanup)

const PREFILL = { country: 'US', siteIds: ['67e72ddf-9e9c-42b6-81da-13c1130c691a'] }

test('what the page fills in goes with the request; another value leaves the open page alone', async () => {
  const backend = createFakeBackend()
  const tree = (country: string) => (
    <WithBackend backend={backend}>
      <NectarConnect prefill={{ ...PREFILL, country }} />
    </WithBackend>
  )
  const { rerender } = render(tree('US'))
  const frame = await openLive()
  expect(backend.created).toMatchObject([{ kind: 'contributor', prefill: PREFILL }])
  rerender(tree('CA'))
  await userEvent.keyboard('{Tab}')
  expect(await findFrame()).toBe(frame)
  expect(backend.created).toHaveLength(1)
})

test('in place, and where the server is asked for a colleague’s link', async () => {
  const backend = createFakeBackend({ sharing: SHARING })
  render(
    <WithBackend backend={backend}>
      <NectarConnect presentation="inline" prefill={PREFILL} />
      <ShareButton label="Ask the landlord" prefill={PREFILL} />
    </WithBackend>,
  )
  await goOn()
  expect(backend.created).toMatchObject([{ prefill: PREFILL }])
  await userEvent.click(page.getByRole('button', { name: 'Ask the landlord' }))
  await userEvent.fill(page.getByRole('textbox', { name: /mail/ }), 'dana@northpoint.example')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(backend.asked).toMatchObject([{ prefill: PREFILL }]))
})

test('a connection that is mended takes none', async () => {
  const broken = connection({ status: 'PASSWORD_INCORRECT' })
  const backend = createFakeBackend({ connections: [broken] })
  render(
    <WithBackend backend={backend}>
      <NectarConnect connectionId={broken.id} presentation="inline" prefill={PREFILL} />
    </WithBackend>,
  )
  await userEvent.click(page.getByRole('button', { name: /Sign in/ }))
  await findFrame()
  expect(backend.created).toMatchObject([{ kind: 'reconnect' }])
  expect(backend.created[0]).not.toHaveProperty('prefill')
})
