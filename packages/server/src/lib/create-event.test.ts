import { expect, test } from 'vitest'
import { createEvent } from '../changes/recorder.ts'

test('every subscriber is called at once, in the order in which they came', () => {
  const event = createEvent<string>()
  const heard: string[] = []
  event.subscribe((value) => heard.push(`first ${value}`))
  event.subscribe((value) => heard.push(`second ${value}`))
  event.emit('news')
  expect(heard).toEqual(['first news', 'second news'])
})
