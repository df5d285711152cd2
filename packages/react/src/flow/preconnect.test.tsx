import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles/styles.css'
import { NectarConnect } from '../button/nectar-connect.tsx'
import { useConnections } from '../index.ts'
import { createFakeBackend } from '../testing/fake-backend.ts'
import { findTrigger } from '../testing/widget.tsx'
import { WithBackend } from '../testing/with-backend.tsx'

const HOSTED = 'https://dash.nectarclimate.com'

function links() {
  return [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~=preconnect]')]
}

beforeEach(async () => {
  await page.viewport(1280, 900)
  await userEvent.hover(document.body)
})
afterEach(() => {
  cleanup()
  for (const link of links()) link.remove()
})

function Known() {
  return <p>{useConnections().status}</p>
}

async function show(hostedOrigin?: string) {
  const backend = createFakeBackend({ hostedOrigin })
  render(
    <WithBackend backend={backend}>
      <Known />
      <NectarConnect />
      <NectarConnect label="another" />
    </WithBackend>,
  )
  await screen.findByText('success')
  return { backend, trigger: await findTrigger() }
}

test('nothing before the pointer or the focus comes near', async () => {
  await show(HOSTED)
  expect(links()).toEqual([])
})

test.each([
  ['hover', (trigger: HTMLElement) => userEvent.hover(trigger)],
  ['focus', async (trigger: HTMLElement) => trigger.focus()],
])('on %s the browser gets ready, once, and no invitation is created', async (_, comeNear) => {
  const { backend, trigger } = await show(HOSTED)
  await comeNear(trigger)
  await waitFor(() => expect(links().map(({ href }) => href)).toEqual([`${HOSTED}/`]))
  await comeNear(screen.getByRole('button', { name: 'another' }))
  await comeNear(trigger)
  expect(links()).toHaveLength(1)
  expect(backend.created).toEqual([])
})

test('not where the host’s page does so itself', async () => {
  const own = document.createElement('link')
  own.rel = 'preconnect'
  own.href = HOSTED
  document.head.append(own)
  const { trigger } = await show(HOSTED)
  trigger.focus()
  expect(links()).toEqual([own])
})

test('not where nobody said where Nectar’s page lives', async () => {
  const { trigger } = await show()
  await userEvent.hover(trigger)
  trigger.focus()
  expect(links()).toEqual([])
})
