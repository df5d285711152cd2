import { expect, test } from 'vitest'
import { fill } from './fill.ts'

const template = {
  id: '$id',
  options: { maxUses: '$maxUses', allowedEmails: ['$email'], sendEmail: '$sendEmail' },
}

test('what was entered stands where its name stood', () => {
  const values = { id: 'company', maxUses: 3, email: 'dana@harrowlane.example', sendEmail: true }
  expect(fill(template, values)).toEqual({
    id: 'company',
    options: { maxUses: 3, allowedEmails: ['dana@harrowlane.example'], sendEmail: true },
  })
})

test('what was left empty is left out, and with it what holds nothing else', () => {
  expect(fill(template, { id: 'company' })).toEqual({ id: 'company' })
  expect(fill(template, {})).toBeUndefined()
  expect(fill({ kind: 'fixed', rest: ['$rest'] }, {})).toEqual({ kind: 'fixed' })
})
