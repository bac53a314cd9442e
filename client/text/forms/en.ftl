# What the forms of the team and of visitors share.

record-continue = Continue
record-hint-phone-short = The number may be too short. You can go on anyway.
record-hint-phone-long = The number may be too long. You can go on anyway.
record-hint-phone-letters = There are letters in the number. You can go on anyway.
record-hint-email = The address may not be complete. You can go on anyway.
record-hint-email-space = There is a space in the address. You can go on anyway.
feedback-progress = Question { $first } to { $last } of { $all }
feedback-text-hint = Write in your language. No names, please.
feedback-yes = Yes
feedback-no = No
feedback-back = Back
feedback-finish = Done
