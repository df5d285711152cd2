/**
 * Reads `--flag` and `--name VALUE` (or `--name=VALUE`) arguments.
 *
 * @param {string[]} argv
 * @param {Record<string, 'flag' | 'port'>} known
 * @returns {Record<string, true | number>}
 * @throws With a sentence for the person who typed them.
 */
export function parseArguments(argv, known) {
  const result = {}
  const rest = [...argv]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [, name = '', , inline] = /^--([a-z-]+)(=(.*))?$/.exec(argument) ?? []
    if (!Object.hasOwn(known, name)) {
      const names = Object.keys(known).map((option) => `--${option}`)
      throw new Error(`There is no option ${argument}. Options: ${names.join(', ')}.`)
    }
    result[name] = known[name] === 'port' ? port(name, inline ?? rest.shift()) : flag(name, inline)
  }
  return result
}

function flag(name, inline) {
  if (inline !== undefined) throw new Error(`--${name} takes no value.`)
  return true
}

function port(name, text = '') {
  const number = Number(text)
  if (/^\d{1,5}$/.test(text) && number > 0 && number < 65_536) return number
  throw new Error(`--${name} needs a port from 1 to 65535, for example --${name} 4310.`)
}
