import type * as z from 'zod/mini'
import type { Issue } from '../lib/nectar-connect-error.ts'

const MAX_ISSUES = 20
const MAX_NAME = 64

/** What is wrong with a body, in our own words: where, and what was expected, never what was sent. */
export function describeIssues(issues: readonly z.core.$ZodIssue[]): Issue[] {
  return issues.flatMap(describe).slice(0, MAX_ISSUES)
}

function describe(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'Unknown field.' }))
  }
  return [{ path: pathOf(issue.path), message: messageOf(issue) }]
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Expected ${issue.expected}.`
    case 'invalid_format':
      return issue.format === 'guid' ? 'Expected a uuid.' : `Expected ${issue.format}.`
    case 'invalid_value':
      return `Expected one of ${issue.values.join(', ')}.`
    case 'invalid_union':
      return 'Expected one of the documented forms.'
    default:
      return 'Not accepted.'
  }
}

/** Names of unknown fields come from the sender, so they are cut. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.map((part) => String(part).slice(0, MAX_NAME)).join('.')
}
