import { findAllWords } from './lib/words.ts'

/** Finds the words that have been replaced by others: docs/glossary.md has those that are used. */
try {
  const found = await findAllWords()
  for (const line of found) console.error(line)
  if (found.length > 0) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
