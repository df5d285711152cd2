import { describe, expect, test } from 'vitest'
import { de } from '../locales/de.ts'
import { en } from './en.ts'
import { mergeMessages } from './merge-messages.ts'
import type { Messages, PartialMessages } from './messages.ts'

function merge(given: PartialMessages, base: Messages = en): Messages {
  return mergeMessages<Messages>(base, given)
}

describe('words of the host’s', () => {
  test('take the place of those of the same name, at any depth, and of no others', () => {
    const merged = merge({
      button: { connect: 'Link your utility' },
      status: { CONNECTED: { word: 'Live' } },
      failed: { titles: { signedOut: 'Please sign in' } },
    })
    expect(merged.button).toEqual({ ...en.button, connect: 'Link your utility' })
    expect(merged.status.CONNECTED).toEqual({ ...en.status.CONNECTED, word: 'Live' })
    expect(merged.failed.titles).toEqual({ ...en.failed.titles, signedOut: 'Please sign in' })
    expect(merged.intro).toEqual(en.intro)
  })

  test('stand on those of another language', () => {
    const merged = merge({ button: { connect: 'Konto verknüpfen' } }, de)
    expect(merged.button.connect).toBe('Konto verknüpfen')
    expect(merged.tryAgain).toBe(de.tryAgain)
    expect(merged.locale).toBe('de')
  })

  test('a whole language stays as it is', () => {
    expect(merge(de)).toEqual(de)
  })

  test('forms of a plural belong together: none of another language is left among them', () => {
    expect(merge({ list: { sites: { other: '{count} 個' } } }).list.sites).toEqual({ other: '{count} 個' })
  })

  test('kinds of utilities can be added', () => {
    expect(merge({ utilities: { STEAM: 'steam' } }).utilities).toEqual({ ...en.utilities, STEAM: 'steam' })
  })

  test('what is no words changes nothing', () => {
    const odd = { button: 'Connect', tryAgain: null, close: undefined, failed: { reload: 7 } }
    expect(mergeMessages<object>(en, odd)).toEqual(en)
  })
})
