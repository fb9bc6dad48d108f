const NEEDED = [22, 12] as const

/** A sentence for the user when this Node is too old for the SQLite addon (it crashes instead of refusing), else null. */
export function checkNodeVersion(current: string): string | null {
  const [major = 0, minor = 0] = current.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null
  return (
    `Career Copilot needs Node ${NEEDED.join('.')} or newer, and this is ${current}. ` +
    'Inside the project, start it with npm (npm start, npm run cli): npm brings the right Node along.'
  )
}
