import type { InterviewKind } from '#shared/application-parts.ts'

export const INTERVIEW_WORDS: Readonly<Record<InterviewKind, string>> = {
  recruiter: 'Talk with a recruiter',
  phone: 'Phone interview',
  video: 'Video interview',
  technical: 'Technical interview',
  assignment: 'Assignment',
  system_design: 'System design interview',
  team: 'Meeting with the team',
  final: 'Final interview',
  other: 'Interview',
}
