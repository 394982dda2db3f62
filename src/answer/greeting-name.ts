/** Titles that stay with a name. */
const ACADEMIC = /^(?:prof|professor|dr|doctor)\.?$/i;
/** Forms of address that a greeting does without. */
const ADDRESS = /^(?:mr|mrs|ms|mx|sir|madam|herr|frau|dipl|ing|mme|m)\.?$/i;
const NAME_WORD = /^\p{Lu}[\p{Ll}\p{M}'’]{1,29}(?:[-'’]\p{Lu}[\p{Ll}\p{M}'’]{1,29})?$/u;
const INITIAL = /^\p{Lu}\.$/u;
/** What teams, departments, forms, and mailers are called. */
const NO_PERSON =
  /\b(?:accounts?|accounting|admins?|administrations?|administrator|administrators|admissions|alerts?|alumni|apps?|academy|akademie|arts|assistance|association|automated|automatic|automation|billing|biology|board|bookings?|bot|business|campus|careers?|cent(?:er|re)|centro|chemistry|client|college|committee|community|company|computing|contact|council|customer|daemon|department|dept|desk|development|digital|donotreply|economics|educat(?:ion|or)|engineering|enquir(?:y|ies)|events?|faculty|fakultät|feedback|finance|forms?|forum|foundation|git(?:hub|lab)|gmbh|google|grants|group|gruppe|hello|help|helpdesk|hochschule|hr|hubspot|inbound|inc|informatics|informatik|information|info|informática|inquir(?:y|ies)|instituto?|institute|institut|intranet|invoices?|it|jira|jobs|lab|labs|laboratory|leads?|learning|legal|library|libraries|licen[cs](?:e|es|ing)|ltd|mail|mailer|mailbox|management|marketing|mathematics|media|member|members|membership|messages?|news|newsletter|no[-|]?reply|notifications?|office|online|operations|orders?|organi[sz]ation|partners?|payable|payments?|payroll|physics|postmaster|press|procurement|programs?|programme|projects?|public|purchasing|reception|records|recruiting|recruitment|registrar|registry|renewals?|requests?|research|sales|salesforce|school|schule|sciences?|secretariat|security|services?|slack|society|software|solutions|staff|start-?ups?|store|student|students|studies|studios?|subscriptions?|success|support|systems?|teams?|tech|technologies|technology|tickets?|tools|training|treasurer|universi(?:ty|ties|dad|dade|teit|tät)|user|users|verein|via|web|webform|webmaster|website|webteam|workflow|zendesk)\b/iu;

/**
 * A name that a greeting may use: the full name that a mail's header gives, where it is two to four plain words that
 * look like a person's. "Prof." and "Dr." stay with it. Anything doubtful gives null, and the greeting goes without.
 */
export function greetingName(sender: string | null): string | null {
  if (sender === null || NO_PERSON.test(sender)) return null;
  const words = sender
    .trim()
    .split(/\s+/)
    .filter((word) => !ADDRESS.test(word));
  const names = words.filter((word) => !ACADEMIC.test(word));
  const isName = (word: string, at: number): boolean =>
    NAME_WORD.test(word) || (INITIAL.test(word) && at < names.length - 1);
  return names.length >= 2 && names.length <= 4 && names.every(isName) ? words.join(' ') : null;
}
