import { cleanup, render, screen } from '@testing-library/react'
import { version } from 'react'
import { afterEach, expect, inject, test, vi } from 'vitest'
import { NectarConnect } from './button/nectar-connect.tsx'
import { createFakeBackend } from './testing/fake-backend.ts'
import { WithBackend } from './testing/with-backend.tsx'

declare module 'vitest' {
  interface ProvidedContext {
    reactMajor: string
  }
}

test('the tests run on the React that their project is named after', () => {
  expect(version.split('.')[0]).toBe(inject('reactMajor'))
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('React has nothing to object to the button', async () => {
  const error = vi.spyOn(console, 'error')
  render(
    <WithBackend backend={createFakeBackend()}>
      <NectarConnect />
    </WithBackend>,
  )
  await screen.findByRole('button')
  expect(error.mock.calls).toEqual([])
})
