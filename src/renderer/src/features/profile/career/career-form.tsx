import { type Career, educationSchema, experienceSchema, extraSchema, projectSchema } from '#shared/career.ts'
import { Card, Section } from '../../../ui/page.tsx'
import { EXTRA_KIND_WORDS, sectionId } from './career-words.ts'
import classes from './career.module.css'
import { Confirmed } from './confirmed.tsx'
import { EducationForm, ExperienceForm, ExtraForm, ProjectForm } from './entries/entry-forms.tsx'
import { EntryList } from './entries/entry-list.tsx'
import { CheckedText } from './fields/checked-text.tsx'
import { monthWords, spanWords } from './fields/written-month.ts'
import { PersonForm } from './person-form.tsx'
import { WorkPermit } from './work-permit.tsx'

/** Stands for what is not said yet; it never reaches the career. */
const UNNAMED = '-'

/** Entries without the name that they cannot be without, or as much of one as `kept` says. */
const BLANKS = {
  experiences: (kept: object) => unnamed(experienceSchema.safeParse({ ...kept, company: UNNAMED }), { company: '' }),
  education: (kept: object) =>
    unnamed(educationSchema.safeParse({ ...kept, institution: UNNAMED }), { institution: '' }),
  projects: (kept: object) => unnamed(projectSchema.safeParse({ ...kept, name: UNNAMED }), { name: '' }),
  extras: (kept: object) =>
    unnamed(extraSchema.safeParse({ kind: 'certificate', ...kept, name: UNNAMED }), { name: '' }),
}

function unnamed<T>({ data }: { readonly data?: T | undefined }, name: Partial<T>): T | null {
  return data === undefined ? null : { ...data, ...name }
}

/** Everything of a career, part by part. */
export function CareerForm(props: {
  readonly career: Career
  readonly onChange: (changed: (career: Career) => Career) => void
}) {
  const { career, onChange } = props
  return (
    <>
      <Section id="career-person-title" title="Person" aside="Stands on top of every document.">
        <PersonForm
          person={career.person}
          change={(part) => onChange((now) => ({ ...now, person: { ...now.person, ...part } }))}
        />
      </Section>
      <Section id="career-summary-title" title="Summary" aside="A few sentences about yourself.">
        <Card>
          <div className={classes.padded}>
            <CheckedText
              id={sectionId('summary')}
              label="About yourself"
              value={career.summary}
              most={3000}
              isLong
              onKeep={(summary) => onChange((now) => ({ ...now, summary }))}
            />
          </div>
        </Card>
      </Section>
      <EntryList
        list="experiences"
        title="Experience"
        aside="Where you have worked, the newest first."
        noun="post"
        entries={career.experiences}
        most={60}
        blank={BLANKS.experiences}
        isWhole={({ company }) => company.trim() !== ''}
        nameOf={({ title, company }) => (title.trim() === '' ? company : `${title}, ${company}`)}
        noteOf={spanWords}
        Form={ExperienceForm}
        onChange={(changed) => onChange((now) => ({ ...now, experiences: changed(now.experiences) }))}
      />
      <EntryList
        list="education"
        title="Education"
        aside="Degrees and training."
        noun="education"
        entries={career.education}
        most={30}
        blank={BLANKS.education}
        isWhole={({ institution }) => institution.trim() !== ''}
        nameOf={({ degree, institution }) => (degree.trim() === '' ? institution : `${degree}, ${institution}`)}
        noteOf={spanWords}
        Form={EducationForm}
        onChange={(changed) => onChange((now) => ({ ...now, education: changed(now.education) }))}
      />
      <EntryList
        list="projects"
        title="Projects"
        aside="What you built beside or within your posts."
        noun="project"
        entries={career.projects}
        most={60}
        blank={BLANKS.projects}
        isWhole={({ name }) => name.trim() !== ''}
        nameOf={({ name }) => name}
        noteOf={spanWords}
        Form={ProjectForm}
        onChange={(changed) => onChange((now) => ({ ...now, projects: changed(now.projects) }))}
      />
      <EntryList
        list="extras"
        title="More"
        aside="Certificates, publications, awards, volunteering, courses, interests."
        noun="entry"
        entries={career.extras}
        most={200}
        blank={BLANKS.extras}
        isWhole={({ name }) => name.trim() !== ''}
        nameOf={({ name }) => name}
        noteOf={({ kind, by, date }) =>
          [EXTRA_KIND_WORDS[kind], by, date === null ? '' : monthWords(date)].filter((part) => part !== '').join(', ')
        }
        Form={ExtraForm}
        onChange={(changed) => onChange((now) => ({ ...now, extras: changed(now.extras) }))}
      />
      <Confirmed
        confirmed={career.confirmed}
        onChange={(changed) => onChange((now) => ({ ...now, confirmed: changed(now.confirmed) }))}
      />
      <Section
        id="career-permit-title"
        title="Work authorisation"
        aside="What a work permit depends on. It is never written into a document by itself."
      >
        <WorkPermit />
      </Section>
    </>
  )
}
