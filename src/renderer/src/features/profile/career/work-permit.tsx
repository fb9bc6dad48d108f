import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DEGREES } from '#shared/permits.ts'
import { useApi } from '../../../bridge/api.tsx'
import { formatDate } from '../../../ui/format.ts'
import { Card } from '../../../ui/page.tsx'
import classes from './career.module.css'

const DEGREE_WORDS: Readonly<Record<(typeof DEGREES)[number], string>> = {
  none: 'None',
  vocational: 'Vocational training',
  bachelor: 'Bachelor',
  master: 'Master',
  doctorate: 'Doctorate',
}

/** What the settings say of the user's work permit; it is changed there. */
export function WorkPermit() {
  const api = useApi()
  const situation = useQuery(api.settings.get.queryOptions()).data?.permitSituation
  if (situation === undefined) return null
  const day = (date: string | null) => (date === null ? 'Not said' : formatDate(Date.parse(date)))
  return (
    <Card>
      <dl className={classes.rows}>
        <dt>Work permit</dt>
        <dd>{situation.isPermitNeeded ? 'I need one' : 'I may work in the EU without one'}</dd>
        {situation.isPermitNeeded && (
          <>
            <dt>Date of birth</dt>
            <dd>{day(situation.birthDate)}</dd>
            <dt>Highest degree</dt>
            <dd>{situation.degree === null ? 'Not said' : DEGREE_WORDS[situation.degree]}</dd>
            <dt>Taken on</dt>
            <dd>{day(situation.degreeOn)}</dd>
          </>
        )}
      </dl>
      <div className={classes.padded}>
        <Button size="xs" variant="default" renderRoot={(root) => <Link to="/settings" {...root} />}>
          Change it in the settings
        </Button>
      </div>
    </Card>
  )
}
