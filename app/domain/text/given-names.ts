/**
 * Given names that are common in the city, of many origins, in lower case. Names that are also words or places
 * (Grace, Mark, Will, Rose, Florence, Faith) are left out: only a capital letter makes them a name.
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
  mohamad mohamed mohammad mohammed mohamud muhammad muhammed musa mustafa nadia natalie natasha neil nicholas nicola nigel noor nour
  olga oliver olivia omar oscar pamela patricia patrick paul pauline peter philip piotr priya rachel rajesh ranjit
  rebecca reece richard robert ronald ruth ryan sabah sadia salma samantha samira samuel sandra sara sarah sean
  sharon shaun sheila simon siobhan sophie stacey stephanie stephen steven stuart sunita susan suzanne svetlana tanya
  tariq thomas timothy tomasz tracey trevor valerie vanessa veronica victoria vincent wayne wendy william xiao yasmin
  yusuf zahra zainab zara zoe abdi abdirahman abena adebayo adriana agata ahlam aidan aleksandra alina aman amjad anil
  ania anjali anthea antoni aoife arjun asif babak beata bogdan chinedu chioma ciaran cristina dariusz deepak dilip
  dorota ebrima ehsan ekaterina emeka esra farah faisal farid florin folasade gabriela ganesh grzegorz gurpreet habib
  hamid harpreet hina hodan hussein ifeoma igor ilona imani iman ioana iqra irfan ivana jamal jaswinder javed jerome
  joanna jorge junaid kamal kamran kavita khalid kofi krzysztof kwabena lamin lakshmi layla leszek liban lukasz mahmoud
  malik manoj marta mateusz mehmet michal mihai mikhail mina mirela monika mustapha nabil naveed nasreen natalia nikolai
  nimo nisha obinna olena oleksandr oluwaseun parveen pawel qasim rafal rahul ramesh rania reza rizwan roza rukhsana
  sadiq safiya saeed sagal salim sanjay saoirse serhiy shabana shahid shauna shireen sinead stefan sunil suresh tahira
  tariro tendai teresa uzma vasile vijay volodymyr wiktor wojciech yasin yetunde yewande zahid zeinab zofia zuzanna`

/** Family names that are neither words nor places, so they are recognised alone and in lower case. */
const FAMILY = `
  abdi adeyemi ahmadi akhtar alvi anwar asante aziz begum bhatti boateng choudhury chowdhury diallo eze farooq ferreira
  ghulam hosseini hossain hussain hussein iqbal jalloh javed kamara kapoor kaur khan khatun kowalski kowalczyk
  kumar lewandowski malik mehmood mensah miah mirza mohamud nguyen nowak nwosu okafor okonkwo osei oyelaran owusu patel
  popescu qureshi rahman rashid rehman sesay shah sharma sheikh siddiqui singh sultana traore uddin wisniewski yilmaz
  zielinski o’brien o’connor o’neill o’reilly o’sullivan mcdonagh mccarthy mcgrath macdonald`

/** Names that are also ordinary words in lower case. */
export const ALSO_WORDS: ReadonlySet<string> = new Set(['frank', 'jack', 'harry', 'peter', 'jean'])

export const FAMILY_NAMES: ReadonlySet<string> = new Set(FAMILY.split(/\s+/).filter(Boolean))

export const GIVEN_NAMES: ReadonlySet<string> = new Set(WRITTEN.split(/\s+/).filter(Boolean))
