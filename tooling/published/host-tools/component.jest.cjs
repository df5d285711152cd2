require('@nectar-connect/react/styles.css')
const { ConnectionList, NectarConnect, NectarConnectProvider } = require('@nectar-connect/react')
const { de } = require('@nectar-connect/react/locales/de')
const { cleanup, configure, fireEvent, render, screen, waitFor } = require('@testing-library/react')
const { createElement } = require('react')

// The flow is a module that is loaded when it is wanted, and a busy machine takes its time.
configure({ asyncUtilTimeout: 30_000 })
afterEach(cleanup)

test('a component of a host’s with the embed in it renders, opens and closes', async () => {
  render(createElement('main', null, createElement(NectarConnect), createElement(ConnectionList)))
  fireEvent.click(screen.getByRole('button', { name: 'Connect a utility account' }))
  const dialog = await screen.findByRole('dialog', { name: 'Connect a utility account' })
  expect(dialog.textContent).toContain('I have the login')
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('the words are those of the provider', () => {
  render(createElement(NectarConnectProvider, { messages: de }, createElement(NectarConnect)))
  expect(screen.getByRole('button', { name: de.button.connect })).toBeDefined()
})

test('the server is not for a page, and the failure says what to do', () => {
  expect(() => require('@nectar-connect/server')).toThrow(
    'In Jest, let the test run in the environment "node"',
  )
})
