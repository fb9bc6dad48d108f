import type { FILE_KINDS, InterviewKind, InterviewOutcome, ReminderKind } from '#shared/application-parts.ts'
import type { Twice } from '#shared/applications.ts'
import type { FILE_PROBLEMS } from '#shared/errors.ts'

export const INTERVIEW_WORDS: Readonly<Record<InterviewKind, string>> = {
  recruiter: 'Recruiter call',
  phone: 'Phone interview',
  video: 'Video interview',
  technical: 'Technical interview',
  assignment: 'Assignment',
  system_design: 'System design interview',
  team: 'Meeting the team',
  final: 'Final interview',
  other: 'Interview',
}

export const OUTCOME_WORDS: Readonly<Record<InterviewOutcome, string>> = {
  planned: 'Planned',
  waiting: 'Took place, waiting for word',
  passed: 'Passed',
  failed: 'Not passed',
  cancelled: 'Cancelled',
}

export const REMINDER_WORDS: Readonly<Record<ReminderKind, string>> = {
  follow_up: 'Follow up',
  deadline: 'Deadline',
  other: 'Something else',
}

export const FILE_KIND_WORDS: Readonly<Record<(typeof FILE_KINDS)[number], string>> = {
  resume: 'Résumé',
  letter: 'Letter',
  other: 'Other',
}

export const FILE_PROBLEM_WORDS: Readonly<Record<(typeof FILE_PROBLEMS)[number], string>> = {
  empty: 'There is nothing in it.',
  too_large: 'It is larger than 20 MB. Make it smaller, or keep a link to it in the notes.',
  type: 'Documents, pictures and plain text are taken, by what is in them and not by their name.',
  broken: 'It did not arrive whole. Add it again.',
  disk: 'It could not be written to the disk. Make room there, or look whether the folder of the profile can be written to.',
}

export const TWICE_WORDS: Readonly<Record<Twice['reason'], string>> = {
  same_job: 'the same job',
  same_opening: 'the same title at this employer',
  same_company: 'another job at this employer',
}
