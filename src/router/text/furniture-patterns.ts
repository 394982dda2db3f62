/**
 * What mail clients, companies, and mailing tools put around a letter: it decides nothing.
 *
 * Each expression describes what no one writes about their own request. A sentence that asks something is never taken
 * for legal notices, so questions about confidentiality are read.
 */
export interface FurniturePattern {
  readonly kind: string;
  /** How far furniture goes: notices fill the rest of their paragraph; other kinds are a sentence or a line. */
  readonly fills: 'paragraph' | 'sentence';
  readonly pattern: RegExp;
}

/** Legal notices: found in sentences that end without a question mark. */
export const SMALL_PRINT: readonly FurniturePattern[] = [
  {
    kind: 'confidentiality notice',
    fills: 'paragraph',
    pattern:
      /^[\s*_-]{0,8}(?:confidential(?:ity)? (?:notice|note|statement)|notice of confidentiality|legal (?:notice|disclaimer)|e-?mail disclaimer|disclaimer)\b\s{0,3}[:.*-]/iu,
  },
  {
    kind: 'confidentiality notice',
    fills: 'paragraph',
    pattern:
      /\b(?:this|the) (?:e-?mail|message|communication|transmission|correspondence|contents? of this|information (?:contained )?in this)\b.{0,120}\b(?:confidential|privileged|intended (?:solely|only|for)|for the (?:sole|exclusive)|named (?:addressee|recipient)|legally protected)/iu,
  },
  {
    kind: 'confidentiality notice',
    fills: 'paragraph',
    pattern:
      /\b(?:not|other than) (?:an? |the )?(?:intended|named|proper|correct) (?:recipient|addressee)|\bintended recipient\(?s?\)?\b.{0,80}\b(?:privileged|confidential|notify|delete|prohibited)|\b(?:received|sent) (?:this (?:e-?mail|message|communication) |it )?(?:to you )?in error\b.{0,80}\b(?:delete|notify|destroy|contact)/iu,
  },
  {
    kind: 'confidentiality notice',
    fills: 'paragraph',
    pattern:
      /\b(?:unauthori[sz]ed (?:review|use|disclosure|copying|access)|destroy all copies|accepts? no (?:liability|responsibility) for (?:any|the)|checked? for viruses|virus[- ]free|scanned (?:by|for) (?:\w{1,20} for )?(?:virus|malware|mimecast|spam)\w*|(?:e-?mail|message) (?:has been|was) scanned)\b/iu,
  },
  {
    kind: 'confidentiality notice (de)',
    fills: 'paragraph',
    pattern:
      /\bdiese (?:e-?mail|nachricht)\b.{0,120}\bvertraulich|\bnicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfänger)|\birrtümlich erhalten\b|\bvernichten sie diese (?:e-?mail|nachricht)/iu,
  },
  {
    kind: 'confidentiality notice (fr)',
    fills: 'paragraph',
    pattern:
      /\bce (?:message|courriel|mail)\b.{0,120}\bconfidentiel|\bn['’]êtes pas le destinataire|\breçu (?:ce (?:message|courriel|mail) )?par erreur/iu,
  },
  {
    kind: 'confidentiality notice (es)',
    fills: 'paragraph',
    pattern:
      /\beste (?:mensaje|correo)\b.{0,120}\bconfidencial|\bno es (?:usted )?el destinatario|\brecibido (?:este (?:mensaje|correo) )?por error/iu,
  },
  {
    kind: 'confidentiality notice (pt)',
    fills: 'paragraph',
    pattern:
      /\besta mensagem\b.{0,120}\bconfidencia|\bnão (?:é|for) o destinatário|\brecebido (?:esta mensagem )?por engano/iu,
  },
  {
    kind: 'confidentiality notice (it)',
    fills: 'paragraph',
    pattern:
      /\bquesto messaggio\b.{0,120}\briservat|\bnon (?:è|siete|sia) (?:il|i) destinatar|\bricevuto (?:questo messaggio )?per errore/iu,
  },
  {
    kind: 'confidentiality notice (nl)',
    fills: 'paragraph',
    pattern:
      /\b(?:dit bericht|deze e-?mail)\b.{0,120}\b(?:vertrouwelijk|uitsluitend bestemd)|\bniet de (?:beoogde )?(?:geadresseerde|ontvanger)/iu,
  },
  {
    kind: 'privacy notice',
    fills: 'paragraph',
    pattern:
      /^[\s*_-]{0,8}(?:privacy|data protection|gdpr) (?:notice|statement|policy|information)\b\s{0,3}[:.*-]|\b(?:we|university|company) process(?:es)? your personal data\b|\b(?:contact|writing to|write to|reach) (?:our|the) data protection officer\b|\b(?:read|see|view) our privacy (?:policy|notice|statement)|\bpersonenbezogene[nr]? daten (?:verarbeite|finden sie)|\bdatenschutzhinweise\b|\bdonnées personnelles\b.{0,80}\btrait|\bprotección de datos\b.{0,80}\bresponsable/iu,
  },
  {
    kind: 'banner for mail from outside',
    fills: 'paragraph',
    pattern:
      /^[\s*_![(-]{0,8}(?:external(?: e-?mail| sender| message)?[\])]|\[ext\]|(?:caution|warning|attention|security notice|achtung|attention|precaución|attenzione|let op)\s?[:!-].{0,40}\b(?:external|externe|externer|outside|esterna|externo|unknown sender))/iu,
  },
  {
    kind: 'banner for mail from outside',
    fills: 'paragraph',
    pattern:
      /\b(?:e-?mail|message|sender)\b.{0,40}\b(?:originated|was sent|comes|came|is) from (?:outside|an external)\b|\bdo not (?:click|open) (?:on )?(?:any )?(?:links?|attachments?)\b|\byou don['’]?t often get e-?mail from\b|\blearn why this is important\b|\bthis sender (?:is|might be) (?:not|impersonating|unknown)|\bpower by safe ?links\b|\bdiese (?:e-?mail|nachricht) (?:kommt|stammt) von (?:au(?:ß|ss)erhalb|extern)|\bklicken sie nicht auf links\b|\bne cliquez pas sur (?:les|des) liens\b|\bno haga clic en (?:los )?enlaces\b/iu,
  },
  {
    kind: "the sender's organization",
    fills: 'sentence',
    pattern:
      /\bregistered charity\b.{0,60}\b(?:\d|number|no\.|registered)|\bregistered charity\.?$|\bcharity (?:number|no\.?|registration)\b|\bregistered (?:office|address)\s?:|\bregistered in (?:england|scotland|ireland|wales)\b|\bcompany (?:number|registration|no\.)\s?:?\s?\d|\bvat (?:number|no\.?|id)\s?:|\b(?:amtsgericht|handelsregister|hrb) [\p{L}\d]|\bgeschäftsführ(?:er|ung|erin)\s?:|\bust-?id(?:nr)?\b|\bequal opportunit(?:y|ies) (?:employer|institution|educat(?:ion|ional)(?: institution)?)|\bsiret\b\s?:?\s?\d/iu,
  },
  {
    kind: 'environment line',
    fills: 'sentence',
    pattern:
      /\b(?:please )?(?:consider|think of|save) the (?:environment|planet|trees)\b|\bdon['’]t print this e-?mail\b|\bbefore (?:you )?print(?:ing)?\b.{0,20}\be-?mail\b|\bumwelt\b.{0,40}\bausdruck|\bn['’]imprimez ce\b/iu,
  },
  {
    kind: 'mailing list or newsletter',
    fills: 'sentence',
    pattern:
      /^[\s*_|-]{0,6}unsubscribe\b|\b(?:click|click here|here|link) to unsubscribe\b|\bto unsubscribe,? (?:click|please|from|reply|visit)\b|\bunsubscribe (?:at any|from (?:this|these|our|all)|here|link|instantly|\|)|[|·•]\s?unsubscribe\b|\bunsubscribe\.?$|\b(?:view|read|open) (?:this|it) (?:e-?mail |message |newsletter )?(?:in|on) (?:your|a|the) (?:web )?browser\b|\byou (?:are receiv(?:ing|e)|receiv(?:ed|e)) this (?:e-?mail|message|newsletter)|\bmanage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?|notifications?)\b.{0,10}$|\bupdate your (?:e-?mail )?preferences\b|\ball rights reserved\b|^\s{0,4}(?:©|\(c\)) ?(?:19|20)\d\d|\bnewsletter abbestellen\b|\bse désabonner\b|\bdarse de baja\b/iu,
  },
  {
    kind: 'device line',
    fills: 'sentence',
    pattern:
      /^[\s*_'"“-]{0,6}(?:(?:sent|send) (?:from|via|with|using) (?:my|the|a|yahoo|outlook|gmail|proton|mail|samsung|spark|superhuman|missive|front|android|iphone|ipad|blackberry|windows|mobile)\b|get outlook for\b|get the new\b|von meinem .{2,30}gesendet|gesendet (?:von|mit) (?:meinem|outlook|der|mail|yahoo)|envoyé (?:de|depuis|à partir de) (?:mon|ma|outlook|yahoo|l['’])|enviado (?:desde|do|a partir do) (?:mi|meu|outlook|correo)|obtener outlook|télécharger outlook|inviato da (?:mio|outlook|libero|iphone)|verzonden (?:vanaf|met) (?:mijn|outlook)|sendt fra min)/iu,
  },
  {
    kind: 'meeting block',
    fills: 'paragraph',
    pattern:
      /\b(?:microsoft teams|zoom|google meet|webex)\b.{0,30}\b(?:meeting|need help|besprechung|réunion|reunión)|\bjoin (?:the |a )?(?:zoom|teams|webex|google meet|microsoft teams|on your computer|the meeting|conversation|with (?:google|a video))|\bmeeting id\s?:|\bpasscode\s?:|\bdial[- ]in (?:by|number)|\bmeeting options\b|\bone tap mobile\b|\bbesprechungs-?id\b|\btap here to join\b/iu,
  },
  {
    kind: 'booking or social link',
    fills: 'sentence',
    pattern:
      /^[\s*_•·|-]{0,6}(?:(?:schedule|book) (?:a |your |some )?(?:meeting|call|time|demo|slot|chat)\b|(?:book|pick) a (?:time|slot)\b|follow (?:us|me) (?:on|at)\b|(?:find|like|join|visit|connect with|see) (?:us|me) (?:on|at) (?:linkedin|twitter|x|facebook|instagram|youtube|github|mastodon|bluesky)\b|read our (?:blog|latest|newsletter|case)|join our (?:community|newsletter|webinar|slack|discord)|download our (?:app|guide|brochure)|subscribe to our\b|connect with me on\b|folgen sie uns\b|suivez-nous\b|síguenos\b|siga-nos\b|seguici su\b|volg ons\b)/iu,
  },
  {
    kind: 'marketing line',
    fills: 'sentence',
    pattern:
      /\b(?:award[- ]winning|ranked (?:number|no\.?|#) ?(?:one|1)|voted (?:best|number)|university of the year|proud (?:member|sponsor) of|(?:winner|finalist) of the|named a leader|great place to work)\b|\bregister (?:now|today) for (?:our|the)\b|\bsave the date\b|\bapply (?:now )?for admission\b|\bapply (?:now|today)\s?[!|]/iu,
  },
];

/** Questions that legal notices asks. */
export const FURNITURE_QUESTIONS: readonly FurniturePattern[] = [
  {
    kind: 'banner, survey, or footer',
    fills: 'sentence',
    pattern:
      /^[\s*_-]{0,6}(?:how did (?:i|we) do|how was (?:my|our) service|was this (?:e-?mail|answer|reply|article) helpful|questions|(?:microsoft )?(?:teams |zoom |meet )?need help|having trouble|no longer (?:want|wish)|want to (?:unsubscribe|change how|opt out)|why (?:did|am) i (?:get|receiv)|going|do you really need to print|must you print|muss diese e-?mail)\b/iu,
  },
];
