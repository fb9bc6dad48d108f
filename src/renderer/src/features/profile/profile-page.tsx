import { Button, Skeleton, Switch } from '@mantine/core'
import { IconTargetArrow } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { Profile, ProfileView } from '#shared/profile.ts'
import { describeProblem } from '../../bridge/problem.ts'
import { useCommands } from '../../ui/commands.tsx'
import { Card, Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { ROLE_WORDS, SENIORITY_WORDS, WORKPLACE_WORDS } from '../jobs/index.ts'
import { ChoiceChips } from './choice-chips.tsx'
import { inBoth, payClash } from './clashes.ts'
import { CountriesField } from './countries-field.tsx'
import { FigureField } from './figure-field.tsx'
import { Hints } from './hints.tsx'
import { LanguagesField } from './languages-field.tsx'
import { NameTags } from './name-tags.tsx'
import classes from './profile-page.module.css'
import type { ProfileChange } from './profile-patch.ts'
import { fieldId, WISH_WORDS } from './profile-words.ts'
import { SavedState } from './saved-state.tsx'
import { SkillsField } from './skills-field.tsx'
import { useProfile, useSaveProfile } from './use-profile.ts'

/** What jobs are compared with. Every change is stored as it is made, and can be taken back. */
export function ProfilePage() {
  const view = useProfile()
  const { save, undoLast, state } = useSaveProfile()
  useCommands([{ id: 'profile.undo', group: 'Profile', label: 'Undo the last change', keys: 'z', run: undoLast }])
  return (
    <Page
      title="Profile"
      actions={
        view.data && (
          <>
            <SavedState state={state} updatedAt={view.data.updatedAt} />
            <Button
              size="xs"
              variant="default"
              leftSection={<IconTargetArrow size={14} aria-hidden="true" />}
              renderRoot={(props) => <Link to="/for-you" {...props} />}
            >
              See your jobs
            </Button>
          </>
        )
      }
    >
      <title>Profile · Career Copilot</title>
      {view.error && !view.data && (
        <ProblemBlank {...describeProblem(view.error)} onRetry={() => void view.refetch()} />
      )}
      {view.isPending && (
        <output aria-label="Loading your profile">
          <Skeleton height={120} radius="lg" mb="md" />
          <Skeleton height={240} radius="lg" />
        </output>
      )}
      {view.data && <Fields view={view.data} save={(patch) => void save(patch)} />}
    </Page>
  )
}

interface PartProps {
  readonly profile: Profile
  readonly save: (patch: ProfileChange) => void
}

function Fields({ view, save }: { readonly view: ProfileView; readonly save: PartProps['save'] }) {
  const { profile } = view
  return (
    <>
      <p className={classes.lead}>
        Jobs are compared with what you say here. What you leave open is not held against any job. It stays on this
        computer.
      </p>
      <Hints hints={view.hints} />
      <Section id="skills-title" title="Skills" aside="The most important part: it counts for most of the score.">
        <Card>
          <div className={classes.field}>
            <SkillsField skills={profile.skills} onChange={(skills) => save({ skills })} />
          </div>
        </Card>
      </Section>
      <Section id="experience-title" title="Experience" aside="The work that you do and want to do.">
        <Experience profile={profile} save={save} />
      </Section>
      <Section id="place-title" title="Place" aside="Any of these is fine.">
        <Place profile={profile} save={save} />
      </Section>
      <Section id="pay-title" title="Pay" aside="Gross a year, in euros.">
        <Pay profile={profile} save={save} />
      </Section>
      <Section id="employer-title" title="Employer" aside="What you wish for, as far as postings say it.">
        <Employer profile={profile} save={save} />
      </Section>
    </>
  )
}

function Experience({ profile, save }: PartProps) {
  return (
    <Card>
      <div className={classes.field}>
        <ChoiceChips
          id={fieldId('roleFamilies')}
          label="Roles"
          words={ROLE_WORDS}
          without={['other']}
          selected={profile.roleFamilies}
          onChange={(roleFamilies) => save({ roleFamilies })}
        />
      </div>
      <div className={classes.field}>
        <ChoiceChips
          id={fieldId('seniorities')}
          label="Levels"
          words={SENIORITY_WORDS}
          without={['unknown']}
          selected={profile.seniorities}
          onChange={(seniorities) => save({ seniorities })}
        />
      </div>
      <div className={classes.field}>
        <div className={classes.short}>
          <FigureField
            id={fieldId('yearsOfExperience')}
            label="Years of experience"
            note="In the trade."
            value={profile.yearsOfExperience}
            max={60}
            step={1}
            decimals={1}
            onChange={(yearsOfExperience) => save({ yearsOfExperience })}
          />
        </div>
      </div>
      <div className={classes.field}>
        <LanguagesField languages={profile.languages} onChange={(languages) => save({ languages })} />
      </div>
    </Card>
  )
}

function Place({ profile, save }: PartProps) {
  return (
    <Card>
      <div className={classes.field}>
        <ChoiceChips
          id={fieldId('workplaces')}
          label="Workplaces"
          words={WORKPLACE_WORDS}
          without={['unknown']}
          selected={profile.workplaces}
          onChange={(workplaces) => save({ workplaces: workplaces.filter((workplace) => workplace !== 'unknown') })}
        />
      </div>
      <div className={classes.field}>
        <CountriesField countries={profile.countries} onChange={(countries) => save({ countries })} />
      </div>
      <div className={classes.field}>
        <NameTags
          id={fieldId('cities')}
          label="Cities"
          note="By their English names. Press Enter after each."
          placeholder="Berlin, Munich"
          kind="city"
          value={profile.cities}
          most={60}
          onChange={(cities) => save({ cities })}
        />
      </div>
      <SponsorshipRow profile={profile} save={save} />
    </Card>
  )
}

function SponsorshipRow({ profile, save }: PartProps) {
  const note = useId()
  return (
    <div className={classes.row}>
      <div>
        <label htmlFor={fieldId('needsSponsorship')} className={classes.name}>
          I need a visa sponsor
        </label>
        <p id={note} className={classes.note}>
          Then a job that refuses it is marked, whatever its score.
        </p>
      </div>
      <Switch
        id={fieldId('needsSponsorship')}
        aria-describedby={note}
        checked={profile.needsSponsorship}
        onChange={(event) => save({ needsSponsorship: event.currentTarget.checked })}
      />
    </div>
  )
}

function Pay({ profile, save }: PartProps) {
  return (
    <Card>
      <div className={classes.pair}>
        <FigureField
          id={fieldId('salaryMinEur')}
          label="The least you would take"
          note="A job that states less is marked."
          value={profile.salaryMinEur}
          max={10_000_000}
          step={5000}
          decimals={0}
          prefix="€"
          onChange={(salaryMinEur) => save({ salaryMinEur })}
        />
        <FigureField
          id={fieldId('salaryWishEur')}
          label="What you hope for"
          note="A job that reaches it gets all the points."
          value={profile.salaryWishEur}
          max={10_000_000}
          step={5000}
          decimals={0}
          prefix="€"
          error={payClash(profile)}
          onChange={(salaryWishEur) => save({ salaryWishEur })}
        />
      </div>
    </Card>
  )
}

function Employer({ profile, save }: PartProps) {
  const both = inBoth(profile.likedCompanies, profile.avoidedCompanies)
  return (
    <Card>
      <div className={classes.field}>
        <ChoiceChips
          id={fieldId('wishes')}
          label="Wishes"
          words={WISH_WORDS}
          selected={profile.wishes}
          onChange={(wishes) => save({ wishes })}
        />
      </div>
      <div className={classes.field}>
        <NameTags
          id={fieldId('likedCompanies')}
          label="Companies you like"
          note="Press Enter after each."
          placeholder="A company"
          kind="company"
          value={profile.likedCompanies}
          most={200}
          onChange={(likedCompanies) => save({ likedCompanies })}
        />
      </div>
      <div className={classes.field}>
        <NameTags
          id={fieldId('avoidedCompanies')}
          label="Companies to avoid"
          note="Their jobs are marked, whatever their score."
          placeholder="A company"
          kind="company"
          value={profile.avoidedCompanies}
          most={200}
          error={both.length === 0 ? null : `Liked and avoided at once: ${both.join(', ')}.`}
          onChange={(avoidedCompanies) => save({ avoidedCompanies })}
        />
      </div>
    </Card>
  )
}
