/**
 * Given names that are common in the city, of many origins, in small letters. Left out are those that are words or
 * places as well (Grace, Mark, Will, Rose, Florence, Faith), which a capital letter at the start of a word must prove.
 */
const WRITTEN = `
  aaron abdul abdullah adam adel agnieszka ahmad ahmed aisha alan albert alexander ali alice amara amelia amina amy andrew
  angela anita ann anna anne anthony anwar asha ayesha barbara ben benjamin bilal brian callum carol caroline catherine
  charles charlotte chidi chloe christine christopher claire colin craig daniel danielle david deborah denise derek
  diane dmitri donna dorothy edward eileen elena elizabeth ella emily emma eric ewa fatima fatma fiona frank gareth gary
  gemma geoffrey george gillian graham hamza hannah harry hassan hayley heather helen henry hussein ian ibrahim imran
  irena isaac isabella ivan jack jacob jacqueline jakub james jane janet jason jean jennifer jessica joan joanna john
  jonathan jose joseph joshua joyce julia julie kareem karen karim katarzyna kate katherine kathleen keith kelly kenneth
  kevin khadija kieran kimberley kwame laila laura lauren lee leila leon lewis liam linda lisa louise lucy luke
  magdalena malgorzata manjit marcin marek margaret maria marie martin mary maryam matthew maureen michael michelle
  mohamed mohammad mohammed mohamud muhammad musa mustafa nadia natalie natasha neil nicholas nicola nigel noor nour
  olga oliver olivia omar oscar pamela patricia patrick paul pauline peter philip piotr priya rachel rajesh ranjit
  rebecca reece richard robert ronald ruth ryan sabah sadia salma samantha samira samuel sandra sara sarah sean
  sharon shaun sheila simon siobhan sophie stacey stephanie stephen steven stuart sunita susan suzanne svetlana tanya
  tariq thomas timothy tomasz tracey trevor valerie vanessa veronica victoria vincent wayne wendy william xiao yasmin
  yusuf zahra zainab zara zoe`

export const GIVEN_NAMES: ReadonlySet<string> = new Set(WRITTEN.split(/\s+/).filter(Boolean))
