import { readHeader } from './mail-headers';
import { isClosing, isGreeting } from './salutations';
import { onOneLine, splitSentences } from './sentences';

/** A mail that no request stands in: a program sent it, or it only thanks. */
export type AutomaticMail =
  'out-of-office' | 'bounce' | 'receipt' | 'ticket' | 'calendar' | 'thanks';

interface Signs {
  readonly kind: AutomaticMail;
  /** Subjects that only programs write. */
  readonly subject?: RegExp;
  /** What the text says, where the subject does not tell; counts only where nothing is asked. */
  readonly text?: readonly RegExp[];
}

const SIGNS: readonly Signs[] = [
  {
    kind: 'out-of-office',
    subject:
      /^(?:auto(?:matic|mated)?[- ]?(?:reply|response|answer)|(?:i am |i'm )?out of (?:the )?office|ooo\b|away from (?:the )?office|abwesend|abwesenheit|automatische (?:antwort|abwesenheit)|réponse automatique|absence du bureau|absent\b|respuesta automática|fuera de (?:la )?oficina|resposta automática|fora do escritório|ausência|risposta automatica|fuori (?:sede|ufficio)|automatisch antwoord|afwezig)/iu,
    text: [
      /\b(?:i am|i'm|i’m|i will be|i'll be|we are) (?:currently )?(?:out(?: of (?:the |my )?office)?|away|absent|on (?:\w{3,12} )?(?:leave|vacation|holidays?))\b|\bich bin (?:derzeit |zurzeit |momentan )?(?:nicht im (?:büro|haus)|im urlaub|abwesend)|\bje suis (?:actuellement )?(?:absent|en congé)|\bestoy (?:actualmente )?(?:fuera de la oficina|de vacaciones)|\bestou (?:de férias|ausente)|\bsono (?:in ferie|fuori ufficio)/iu,
      /\b(?:return|back (?:on|in|at)|until|till|limited access|no access|in my absence|urgent|wieder (?:da|im|erreichbar)|dringend|retour|de retour|urgence|regres|urgent[ei]|rientr)/iu,
    ],
  },
  {
    kind: 'bounce',
    subject:
      /^(?:undeliver|delivery (?:status notification|has failed|failure|failed|incomplete|delayed)|mail delivery (?:failed|failure|subsystem|system)|returned mail|mail system error|failure notice|message not delivered|unzustellbar|nicht zugestellt|non remis|échec de la remise|no se (?:puede|pudo|ha podido) entregar|não entregue|falha na entrega|mancato recapito|onbestelbaar)/iu,
    text: [
      /\bdelivery has failed to these recipients\b|\bthis is the mail system at host\b|\bdiagnostic-code\s?:|\bfinal-recipient\s?:|\breporting-mta\s?:|\bdelivery to the following recipients? (?:has )?failed\b|\b(?:wasn't|couldn't be|could not be|was not) delivered to\b.{0,120}\b(?:because|address|mailbox)|\bmailer-daemon\b.{0,200}\bfailed\b/iu,
    ],
  },
  {
    kind: 'receipt',
    subject:
      /^(?:(?:read|delivered|not read|relayed|gelesen|zugestellt|ungelesen gelöscht|lu|leído|lido|letto|gelezen)\s?:|(?:read|delivery|return) receipt\b|lesebestätigung|accusé de (?:lecture|réception)|confirmación de lectura)/iu,
    text: [/^\W{0,4}your message\b.{0,300}\bwas (?:read|delivered|displayed) (?:on|at)\b/iu],
  },
  {
    kind: 'ticket',
    subject:
      /^(?:\[.{1,60}\] )?(?:we(?:'ve| have) received your (?:request|ticket|message|e-?mail|inquiry|enquiry)|(?:your )?(?:request|ticket|case|inquiry) (?:has been )?(?:received|created|opened)|thank you for (?:contacting|your (?:request|inquiry|enquiry))|request received)\b/iu,
    text: [
      /\b(?:we(?:'ve| have)? received your (?:request|ticket|message|e-?mail|inquiry|enquiry)|your (?:request|ticket|message|e-?mail|inquiry) (?:\S{1,20} )?(?:has been|was) (?:received|created|logged|registered|opened)|a (?:new )?(?:support )?(?:ticket|case) (?:has been|was) (?:created|opened)|ihre anfrage (?:ist eingegangen|wurde erfasst)|votre demande a (?:bien )?été (?:reçue|enregistrée)|hemos recibido su (?:solicitud|mensaje))/iu,
      /\b(?:ticket|case|request|reference|vorgang|référence|caso)\b.{0,30}\d|#\d{3}|\bautomat|\bdo not reply\b|\bwill (?:get back|be in touch|respond|reply|review)/iu,
    ],
  },
  {
    kind: 'calendar',
    subject:
      /^(?:(?:updated |cancell?ed )?(?:invitation|event)(?: from .{1,60})?|accepted|declined|tentative(?:ly accepted)?|cancell?ed(?: event)?|new time proposed|meeting (?:request|response|forward notification)|einladung|zugesagt|abgesagt|abgelehnt|mit vorbehalt|acceptée?|refusée?|invitación|aceptad[oa]|rechazad[oa]|convite|aceit[oa]|invito|accettat[oa]|uitnodiging|geaccepteerd)\s?:/iu,
    text: [
      /\bbegin:vcalendar\b|\bhas (?:accepted|declined|tentatively accepted) (?:this|your|the) (?:invitation|event|meeting)\b|\binvitation from google calendar\b/iu,
    ],
  },
];

const THANKS =
  /^\W{0,4}(?:(?:ok(?:ay)?|great|perfect|super|awesome|oh|hi|hello|dear)\b[^.?!]{0,30})?\b(?:(?:many|so many|much|big|huge) )?(?:thanks|thank you|thx|cheers|merci|danke|gracias|grazie|obrigad[oa]|bedankt|much appreciated)\b/iu;
const PLEASED =
  /^\W{0,4}(?:great|perfect|awesome|excellent|wonderful|got it|understood|noted|will do|(?:that|this|it) (?:helps|helped|works|worked|is very helpful|was very helpful|is perfect)|much appreciated|appreciate it|no (?:reply|answer|action|further action) (?:is )?(?:necessary|needed|required)|have a (?:nice|great|good|lovely))\b/iu;
/** What a thank-you has none of: it continues to ask or to tell. */
const MORE =
  /\?|\b(?:but|however|also|could|can|may|would|need|please|question|how|when|where|who|what|want|renew|apply|before|next|if)\b/iu;
/** A thank-you of more words tells something besides. */
const MOST_THANKS_WORDS = 30;

/** A request of the writer's own: with one, only the subject makes a mail automatic. */
const REQUEST =
  /\?|\b(?:we|i)(?:'d)? (?:would like|want|need|wish|am writing|are writing|like to)\b|\b(?:could|can|would) you\b/iu;
/** Longer texts are looked at in their beginning; in characters. */
const LONGEST = 3000;

/**
 * Whether a letter is an automatic reply, a bounce, a receipt, a ticket's acknowledgment, a calendar notice, or nothing
 * but thanks; null where it is none of these. A note above such a mail is a question about it, and makes it none.
 *
 * @param text plain, as a reader sees it
 */
export function automaticMail(text: string): AutomaticMail | null {
  const { subject, body } = headAndText(text.slice(0, LONGEST).split('\n'));
  const asks = REQUEST.test(body);
  const found = SIGNS.find(
    (signs) => signs.subject?.test(subject) === true || (!asks && saysAll(body, signs)),
  );
  return found?.kind ?? (isThanks(body) ? 'thanks' : null);
}

function saysAll(body: string, { text = [] }: Signs): boolean {
  return text.length > 0 && text.every((sign) => sign.test(body));
}

/** The subject, if the text begins with a mail's headers, and what is below them on one line. */
function headAndText(lines: readonly string[]): { subject: string; body: string } {
  let [subject, at] = ['', 0];
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const header = readHeader(line);
    if (header === undefined && line.trim() !== '') break;
    if (header?.field === 'subject') subject = header.value.replace(/^(?:fwd?|fw|wg)\s?:\s?/i, '');
  }
  return { subject, body: onOneLine(lines.slice(at).join('\n')) };
}

function isThanks(body: string): boolean {
  const words = body.split(' ').length;
  return words <= MOST_THANKS_WORDS && THANKS.test(body) && !MORE.test(body) && restPleases(body);
}

/** Each sentence thanks, is pleased, greets, or is a name. */
function restPleases(body: string): boolean {
  return splitSentences(body).every(
    (sentence) =>
      THANKS.test(sentence) || PLEASED.test(sentence) || isGreeting(sentence) || isSign(sentence),
  );
}

function isSign(sentence: string): boolean {
  return isClosing(sentence) || sentence.split(' ').length <= 3;
}
