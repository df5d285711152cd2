import { version } from 'react'
import { expect, inject, test } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    reactMajor: string
  }
}

test('the tests run on the React that their project is named after', () => {
  expect(version.split('.')[0]).toBe(inject('reactMajor'))
})
