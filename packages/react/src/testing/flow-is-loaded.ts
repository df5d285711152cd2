import { beforeAll } from 'vitest'
import { flow } from '../button/load-flow.tsx'
import { later } from '../flow/later.ts'

// The tests' server makes it on the first demand, which takes longer than anybody waits for a button. What is loaded
// late has tests of its own, `late-….test.tsx`; that it cannot be had is tried from end to end.
// biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it what a hook needs
beforeAll(async ({}, suite) => {
  if (!/[/]late-[^/]+$/.test(suite.file.filepath)) await Promise.all([flow.load(), later.load()])
})
