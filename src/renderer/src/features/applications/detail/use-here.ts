import { machineZone } from '#shared/local-time.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useSettings } from '../../settings/index.ts'
import type { Here } from './time/when-words.ts'

/** The minute it is and the zone of the user, by which times are told. */
export function useHere(): Here {
  const now = useNow(30_000)
  const { data } = useSettings()
  return { now, zone: data?.timeZone ?? machineZone() }
}
