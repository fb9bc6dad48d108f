import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { JobFacets, JobFilter } from '#shared/jobs.ts'
import { useApi } from '../../../bridge/api.tsx'
import { regionName } from '../../../ui/format.ts'
import { toFilter, type JobsView } from '../view/jobs-url.ts'
import { cityWord } from '../facts/place.ts'
import type { ChangeView } from '../view/use-jobs-view.ts'
import { ROLE_WORDS, SENIORITY_WORDS, VISA_WORDS, WORKPLACE_WORDS } from '../facts/words.ts'
import { ChoiceFilter } from './choice-filter.tsx'
import { fixedChoices, openChoices } from './choices.ts'

interface FilterProps {
  readonly view: JobsView
  readonly change: ChangeView
}

/** What of the filter is off while the choices of a facet are counted. Of skills all are wanted at once: what is ticked stays on. */
const OFF: Readonly<Record<keyof JobFacets, Partial<JobFilter>>> = {
  countries: { countries: [] },
  cities: { cities: [] },
  visa: { visa: [] },
  workplaces: { workplaces: [] },
  seniorities: { seniorities: [] },
  roleFamilies: { roleFamilies: [] },
  sources: { sources: [] },
  salaries: { salaryMinEur: null },
  skills: {},
}

/** Counts for the choices of one filter, with that filter itself (`off`) off: how many jobs each choice would bring. Asked for when
 *  the filter is opened. */
export function useFacet<K extends keyof JobFacets>(view: JobsView, field: K, off: Partial<JobFilter> = OFF[field]) {
  const api = useApi()
  const [isWanted, setWanted] = useState(false)
  // While another question is counted its choices stay, and with them the focus of who is typing there.
  const facets = useQuery(
    api.jobs.facets.queryOptions({
      input: { ...toFilter(view), ...off },
      enabled: isWanted,
      staleTime: 5000,
      placeholderData: keepPreviousData,
    }),
  )
  // Without counts the choices are still worth having: a failed count must not take the filter away.
  const counts = facets.data?.[field] ?? (facets.isError ? [] : undefined)
  return { counts, want: () => setWanted(true) }
}

export function CountryFilter({ view, change }: FilterProps) {
  const { counts, want } = useFacet(view, 'countries')
  return (
    <ChoiceFilter
      name="Country"
      selected={view.countries}
      choices={counts && openChoices({ counts, selected: view.countries, word: regionName })}
      onOpen={want}
      onChange={(countries) => change({ countries })}
    />
  )
}

export function CityFilter({ view, change }: FilterProps) {
  const { counts, want } = useFacet(view, 'cities')
  return (
    <ChoiceFilter
      name="City"
      selected={view.cities}
      choices={counts && openChoices({ counts, selected: view.cities, word: cityWord })}
      onOpen={want}
      onChange={(cities) => change({ cities })}
    />
  )
}

const VISA_CHOICE_WORDS = { ...VISA_WORDS, offers: 'Offers a visa', conditional: 'Maybe, under conditions' }

export function VisaFilter({ view, change }: FilterProps) {
  const { counts, want } = useFacet(view, 'visa')
  return (
    <ChoiceFilter
      name="Visa"
      selected={view.visa}
      choices={counts && fixedChoices(VISA_CHOICE_WORDS, counts)}
      onOpen={want}
      onChange={(visa) => change({ visa })}
    />
  )
}

export function WorkplaceFilter({ view, change }: FilterProps) {
  const { counts, want } = useFacet(view, 'workplaces')
  return (
    <ChoiceFilter
      name="Workplace"
      selected={view.workplaces}
      choices={counts && fixedChoices(WORKPLACE_WORDS, counts)}
      onOpen={want}
      onChange={(workplaces) => change({ workplaces })}
    />
  )
}

export function LevelFilter({ view, change }: FilterProps) {
  const { counts, want } = useFacet(view, 'seniorities')
  return (
    <ChoiceFilter
      name="Level"
      selected={view.seniorities}
      choices={counts && fixedChoices(SENIORITY_WORDS, counts)}
      onOpen={want}
      onChange={(seniorities) => change({ seniorities })}
    />
  )
}

export function RoleFilter({ view, change }: FilterProps) {
  const { counts, want } = useFacet(view, 'roleFamilies')
  return (
    <ChoiceFilter
      name="Role"
      selected={view.roleFamilies}
      choices={counts && fixedChoices(ROLE_WORDS, counts)}
      onOpen={want}
      onChange={(roleFamilies) => change({ roleFamilies })}
    />
  )
}
