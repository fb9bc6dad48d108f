import {
  applicationFilesContract,
  contactsContract,
  interviewsContract,
  offersContract,
  remindersContract,
} from './application-parts.ts'
import { aiContract } from './ai.ts'
import { applicationTransferContract } from './application-transfer.ts'
import { applicationsContract } from './applications.ts'
import { briefingsContract } from './briefings.ts'
import { careerContract } from './career.ts'
import { resumeImportContract } from './resume-import.ts'
import { coverageContract } from './coverage.ts'
import { dedupContract } from './dedup.ts'
import { discoveryContract } from './discovery.ts'
import { documentsContract } from './documents.ts'
import { employersContract } from './employers.ts'
import { eventsContract } from './events.ts'
import { experimentsContract } from './experiments.ts'
import { healthContract } from './health.ts'
import { intakeContract } from './intake.ts'
import { jobsContract } from './jobs.ts'
import { moneyContract } from './money.ts'
import { notificationsContract } from './notifications.ts'
import { permitsContract } from './permits.ts'
import { profileContract } from './profile.ts'
import { readingContract } from './reading.ts'
import { recommendationsContract } from './recommendations.ts'
import { scheduleContract } from './schedule.ts'
import { searchesContract } from './searches.ts'
import { secretsContract } from './secrets.ts'
import { settingsContract } from './settings.ts'
import { sponsorsContract } from './sponsors.ts'
import { tailoringContract } from './tailoring.ts'
import { writingContract } from './writing.ts'

/** Everything a client can ask the core, whatever wire carries it. A procedure is named domain.verb and exists only here. */
export const contract = {
  ai: aiContract,
  applicationTransfer: applicationTransferContract,
  jobs: jobsContract,
  searches: searchesContract,
  reading: readingContract,
  profile: profileContract,
  career: careerContract,
  resumeImport: resumeImportContract,
  recommendations: recommendationsContract,
  experiments: experimentsContract,
  permits: permitsContract,
  money: moneyContract,
  dedup: dedupContract,
  documents: documentsContract,
  writing: writingContract,
  discovery: discoveryContract,
  employers: employersContract,
  sponsors: sponsorsContract,
  tailoring: tailoringContract,
  schedule: scheduleContract,
  coverage: coverageContract,
  intake: intakeContract,
  applications: applicationsContract,
  contacts: contactsContract,
  interviews: interviewsContract,
  offers: offersContract,
  applicationFiles: applicationFilesContract,
  reminders: remindersContract,
  notifications: notificationsContract,
  briefings: briefingsContract,
  settings: settingsContract,
  secrets: secretsContract,
  health: healthContract,
  events: eventsContract,
}
export type Contract = typeof contract
