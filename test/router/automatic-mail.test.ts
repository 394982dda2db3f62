import { describe, expect, it } from '@jest/globals';
import { automaticMail } from '../../src/router/text/automatic-mail';
import { readUtterance } from '../../src/router/utterance';

describe('an automatic mail', () => {
  it.each([
    [
      'out-of-office',
      'Subject: Out of office: Re: GitLab for Open Source renewal\n\nThank you for your email. I am on leave until 12 January and will reply when I return. For urgent requests please contact my colleague John.',
    ],
    [
      'out-of-office',
      'Subject: Automatic reply: renewal\n\nI have limited access to email. Need help? Ask John.',
    ],
    [
      'out-of-office',
      'I am out of the office with no access to email until Monday.\nIn urgent cases call the front desk.',
    ],
    ['out-of-office', 'Subject: Abwesenheitsnotiz: Verlängerung\n\nIch bin im Urlaub.'],
    [
      'out-of-office',
      'Guten Tag,\n\nich bin derzeit im Urlaub und ab dem 3. März wieder erreichbar.',
    ],
    ['out-of-office', "Subject: Réponse automatique : Licence\n\nJe suis absent jusqu'au 3 mars."],
    ['out-of-office', 'Subject: Fwd: Respuesta automática: licencia\n\nEstoy de vacaciones.'],
    [
      'bounce',
      "Subject: Undeliverable: GitLab for Education application\n\nDelivery has failed to these recipients or groups:\n\neducation@gitlab.com\nYour message could not be delivered. Despite repeated attempts to contact the recipient's email system it did not respond.",
    ],
    ['bounce', 'Subject: Delivery Status Notification (Failure)\n\nAddress not found'],
    ['bounce', 'Subject: Returned mail: see transcript for details\n\n550 5.1.1 User unknown'],
    [
      'bounce',
      'This is the mail system at host mx.example.edu.\n\nYour message could not be delivered.',
    ],
    ['bounce', 'Betreff: Unzustellbar: Antrag\n\nDiese Nachricht konnte nicht zugestellt werden.'],
    [
      'receipt',
      'Subject: Read: Renewal of our plan\n\nYour message was read on Monday, 3 March 2025.',
    ],
    [
      'receipt',
      'Your message\n\nTo: Ada\nSubject: Renewal\nSent: Monday\n\nwas read on Monday, 3 March 2025.',
    ],
    [
      'ticket',
      'Subject: [Example Desk] We have received your request\n\nHello, your request (#12345) has been received and is being reviewed by our support staff.',
    ],
    [
      'ticket',
      'Thank you for contacting the registrar of Example University.\n\nWe have received your message. A member of staff will get back to you. Ticket 4711.',
    ],
    [
      'calendar',
      'Subject: Invitation: Renewal call @ Mon Mar 3, 2025 10am\n\nJoin with Google Meet',
    ],
    ['calendar', 'Subject: Accepted: Renewal call\n\nAda Example has accepted this invitation.'],
    ['calendar', 'BEGIN:VCALENDAR\nSUMMARY:Renewal call\nEND:VCALENDAR'],
    ['thanks', 'Hi Bob,\n\nthank you so much, that helped!\n\nBest\nAda'],
    ['thanks', 'Subject: Re: Renewal\n\nMany thanks!\n\nAda'],
    ['thanks', 'Danke!\n\nAda'],
  ])('of the kind %s: %j', (kind, text) => {
    expect(automaticMail(text)).toBe(kind);
    expect(readUtterance(text, 'shortcut').automatic).toBe(kind);
  });
});

describe('a letter by a person is none', () => {
  it.each([
    'Subject: Re: Automatic reply: renewal\n\nHello, I got your out of office. How do we renew?',
    'Subject: Renewal\n\nHello,\n\nI am on sabbatical leave until May, and we need to renew before that. How?',
    'our mail to education@example.com could not be delivered, who else do I write to?',
    'this bounced, whom do I ask?\n\nSubject: Undeliverable: Application\n\nDelivery has failed to these recipients',
    'Hello,\n\nwe opened ticket #123 a week ago and have heard nothing. Can you look at it?',
    'Hello,\n\nwe have received your request to prove our status. Where do we upload the letter?\n\nAda',
    'Thank you for your help. We renew next month, and would like more seats.\n\nAda',
    'Thank you! One more question: who signs?\n\nAda',
    'Subject: Invitation to our open source conference: who can speak?\n\nWould you sponsor us?',
    'Subject: Accepted into the program\n\nHello,\n\nour university was accepted. What comes next?',
    'Hello,\n\nhow do we renew?\n\nThanks\nAda',
  ])('%j', (text) => {
    expect(automaticMail(text)).toBeNull();
    expect(readUtterance(text, 'shortcut')).not.toHaveProperty('automatic');
  });
});
