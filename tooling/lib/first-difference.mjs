/**
 * Where two texts part, for a person to read.
 *
 * @param {string} before
 * @param {string} after
 */
export function firstDifference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const at = old.findIndex((line, index) => line !== now[index])
  const line = at < 0 ? old.length : at
  const show = (lines, mark) => lines.slice(line, line + 4).map((text) => `  ${mark} ${text}`)
  return [`  line ${line + 1}:`, ...show(old, '-'), ...show(now, '+')].join('\n')
}
