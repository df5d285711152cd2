import { ConnectionList, NectarConnect } from '@nectar-connect/react'
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createElement } from 'react'

// The flow is a module that is loaded when it is wanted, and a busy machine takes its time.
configure({ asyncUtilTimeout: 30_000 })

// Nothing is put in place of what jsdom lacks, and nothing is to be heard of it.
const thrown = []
addEventListener('error', ({ error }) => thrown.push(error))
afterEach(cleanup)

test('a component of a host’s with the embed in it renders, opens and closes', async () => {
  render(createElement('main', null, createElement(NectarConnect), createElement(ConnectionList)))
  fireEvent.click(screen.getByRole('button', { name: 'Connect a utility account' }))
  const dialog = await screen.findByRole('dialog', { name: 'Connect a utility account' })
  expect(dialog.textContent).toContain('I have the login')
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(thrown).toEqual([])
})
