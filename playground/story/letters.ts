import type { Email } from '../../packages/local-slack/src/forwarded-email';

/** Invented emails of leads. The people do not exist, and the addresses are not in use. */

const education: Email = {
  subject: 'Licences for our software engineering course',
  from: 'Dr. Lena Hofstad <lena.hofstad@northfjord.example>',
  to: ['Ana Castell <ana@gitlab.example>'],
  plainText: `Hello Ana,

I teach software engineering at Northfjord University College. From January, 140 students will work in teams on one repository each, and I would like them to use merge requests and CI the way companies do.

A colleague told me that there is a free program for teaching. Could you tell me how we get into it, or pass this to whoever looks after it?

Kind regards,
Lena Hofstad
Associate Professor, Department of Computing
Northfjord University College

-- 
This message may contain confidential information.`,
};

const openSource: Email = {
  subject: 'Tidepool maps: open source licence?',
  from: 'Jonas Adeyemi <jonas@tidepool-maps.example>',
  to: ['sales@gitlab.example'],
  plainText: `Hi there,

I maintain Tidepool, a map rendering library under the MIT license (about 60 contributors, no company behind it). We would love to move our pipelines over and apply for the open source program.

Where is the application form, and what do you need from us?

Thanks!
Jonas`,
};

const startupRenewal: Email = {
  subject: 'Our second year in the startups program',
  from: 'Mei Tanaka <mei@brightloom.example>',
  to: ['Ana Castell <ana@gitlab.example>'],
  plainText: `Hi Ana,

Brightloom's first year in GitLab for Startups ends on the 30th. We are still fewer than 20 people and have closed our seed round only.

How do we renew for another year, and is it still free?

Best,
Mei Tanaka
CTO, Brightloom`,
};

const stuckVerification: Email = {
  subject: 'Application pending for three weeks',
  from: 'Prof. Idris Bello <i.bello@lakemoor.example>',
  to: ['Ana Castell <ana@gitlab.example>'],
  plainText: `Dear Ana,

we applied for the education program three weeks ago. The verification page still says "pending", and it does not accept the letter from our registrar that I uploaded twice.

Whom can I write to so that somebody looks at it?

With kind regards,
Idris Bello
Lakemoor College`,
};

const checkoutError: Email = {
  subject: 'Coupon code does not work',
  from: 'Sofia Lind <sofia.lind@karsen.example>',
  to: ['Ana Castell <ana@gitlab.example>'],
  plainText: `Hi,

our application to GitLab for Education was approved and I received a coupon code, but at the checkout it says "this code cannot be applied to your order". I tried two browsers.

Can you help?

Sofia Lind
IT Services, Karsen Institute`,
};

const notOurs: Email = {
  subject: 'Invoice 20417 was paid twice',
  from: 'Accounts payable <ap@dunmore-logistics.example>',
  to: ['Ana Castell <ana@gitlab.example>'],
  plainText: `Hello,

invoice 20417 for our 250 Premium seats was charged twice to our company card on the 3rd. Please refund the second payment and send us a corrected invoice.

Regards,
Dunmore Logistics, accounts payable`,
};

export const letters = {
  education,
  openSource,
  startupRenewal,
  stuckVerification,
  checkoutError,
  notOurs,
} as const;
