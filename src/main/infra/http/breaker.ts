import type { Clock } from '../time/clock.ts'
import { HttpProblem, type HttpProblemCode, type HttpStats } from './http.ts'

/** Failures that say something about the server, not about what was asked of it. */
const SERVER_FAULTS: ReadonlySet<HttpProblemCode> = new Set([
  'timeout',
  'network',
  'server_error',
  'rate_limited',
  'challenge',
])

export interface BreakerOptions {
  readonly clock: Clock
  /** requests that failed for good, one after the other, before an origin is left alone */
  readonly failuresToOpen: number
  readonly openMs: number
}

/** One circuit breaker per origin: closed, open until an instant, then one probe decides. */
export interface Breakers {
  /** Asks to go ahead. True when this request is the probe. Throws 'breaker_open' with the instant of the next try. */
  admit(origin: string): boolean
  /** How a request to the origin ended for good: null for a usable answer. Only the server's own faults count against it, any
   *  other answer clears its record; no answer at all (cancelled, say) is no verdict, and the next request may probe. */
  record(origin: string, problem: HttpProblem | null): void
  isOpen(origin: string): boolean
  open(): HttpStats['openBreakers']
}

interface Circuit {
  failures: number
  /** null while closed */
  retryAt: number | null
  isProbing: boolean
}

export function createBreakers(options: BreakerOptions): Breakers {
  const { clock } = options
  const circuits = new Map<string, Circuit>()

  return {
    admit(origin) {
      const circuit = circuits.get(origin)
      if (circuit === undefined || circuit.retryAt === null) return false
      if (circuit.retryAt > clock.now()) {
        throw new HttpProblem('breaker_open', `${hostOf(origin)} failed repeatedly and is left alone for a while`, {
          retryAt: circuit.retryAt,
        })
      }
      // Nobody else may go ahead while the probe is out; should it never report back, the pause is over some day.
      circuit.retryAt = clock.now() + options.openMs
      circuit.isProbing = true
      return true
    },
    record(origin, problem) {
      const circuit = circuits.get(origin) ?? { failures: 0, retryAt: null, isProbing: false }
      if (problem === null || (!isServerFault(problem) && problem.status !== null)) {
        circuits.delete(origin)
        return
      }
      if (isServerFault(problem)) {
        circuits.set(origin, circuit)
        circuit.failures += 1
        if (circuit.failures >= options.failuresToOpen) circuit.retryAt = clock.now() + options.openMs
      } else if (circuit.isProbing) {
        circuit.retryAt = clock.now()
      }
      circuit.isProbing = false
    },
    isOpen: (origin) => (circuits.get(origin)?.retryAt ?? 0) > clock.now(),
    open: () =>
      [...circuits].flatMap(([origin, { retryAt }]) =>
        retryAt !== null && retryAt > clock.now() ? [{ origin, retryAt }] : [],
      ),
  }
}

/** A refused question (400, 422, …) is coded 'server_error' too, but the server is well. */
function isServerFault(problem: HttpProblem): boolean {
  const isRefusal = problem.code === 'server_error' && problem.status !== null && problem.status < 500
  return SERVER_FAULTS.has(problem.code) && !isRefusal
}

function hostOf(origin: string): string {
  return URL.parse(origin)?.host ?? origin
}
